package io.hashlake.warehouse.embedded;

import java.time.Instant;

/** State of the embedded server. */
public sealed interface ServerStatus {

    /** The server runs, as far as is known. */
    record Running() implements ServerStatus {}

    /**
     * The server ended unexpectedly, and is restarted until that succeeds.
     *
     * @param isRestartNeeded whether it cannot succeed in this process, for another one has the server's port
     */
    record Ended(Instant since, String reason, boolean isRestartNeeded) implements ServerStatus {

        @Override
        public String toString() {
            return "the embedded PostgreSQL ended at " + since + ": " + reason;
        }
    }
}
