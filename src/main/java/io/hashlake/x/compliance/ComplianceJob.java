package io.hashlake.x.compliance;

import java.net.URI;
import java.util.Objects;

/** A job at X. Its addresses are signed, and need no token. */
public record ComplianceJob(String id, String name, String status, URI uploadUrl, URI downloadUrl) {

    public ComplianceJob {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(uploadUrl, "uploadUrl");
        Objects.requireNonNull(downloadUrl, "downloadUrl");
    }

    boolean isWaitingForIds() {
        return status.equals("created");
    }

    boolean isComplete() {
        return status.equals("complete");
    }

    boolean isFailed() {
        return status.equals("failed") || status.equals("expired");
    }
}
