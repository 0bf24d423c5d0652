package io.hashlake.core;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Leases were lost: another process may follow these origins, and nothing more of them may be written under the old leases. */
public final class LostLeaseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> origins;

    public LostLeaseException(Set<String> origins) {
        super("the lease of " + String.join(", ", new TreeSet<>(origins))
                + " was lost: this process had not renewed it in time");
        this.origins = Set.copyOf(origins);
    }

    public Set<String> origins() {
        return origins;
    }
}
