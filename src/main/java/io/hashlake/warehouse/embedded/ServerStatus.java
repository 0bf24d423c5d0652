package io.hashlake.warehouse.embedded;

import java.time.Instant;

/** State of the embedded server. */
public sealed interface ServerStatus {

    /** It runs, as far as is known. */
    record Running() implements ServerStatus {}

    /**
     * It ended by itself, and is started again until that succeeds.
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
