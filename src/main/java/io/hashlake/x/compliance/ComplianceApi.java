package io.hashlake.x.compliance;

import io.hashlake.core.erasure.ComplianceBatch.Kind;
import io.hashlake.core.erasure.ComplianceResult;
import io.hashlake.core.erasure.ErasedIds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** X's jobs that say which of many posts or accounts are gone. */
public interface ComplianceApi {

    /**
     * Returns the newest job of this name.
     *
     * @throws IOException if X does not answer as it should; ask again later
     */
    Optional<ComplianceJob> named(Kind kind, String name) throws IOException, InterruptedException;

    /**
     * Creates a job.
     *
     * @throws IOException if X does not do so; ask again later
     */
    ComplianceJob create(Kind kind, String name) throws IOException, InterruptedException;

    /**
     * Gives the job its ids; X then begins.
     *
     * @throws IOException if they could not be uploaded; call again
     */
    void upload(ComplianceJob job, ErasedIds ids) throws IOException, InterruptedException;

    /**
     * Returns what a complete job has found.
     *
     * @throws IOException if it could not be downloaded; call again
     */
    List<ComplianceResult> results(ComplianceJob job) throws IOException, InterruptedException;
}
