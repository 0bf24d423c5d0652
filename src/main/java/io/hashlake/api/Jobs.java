package io.hashlake.api;

import java.io.IOException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Jobs that can be run on demand. */
public interface Jobs {

    /**
     * Runs a job and waits for its end.
     *
     * @throws IOException if it failed for a reason that may pass
     */
    Outcome run(String name) throws IOException;

    /** For a process that has none. */
    static Jobs none() {
        return name -> new Outcome.Unknown();
    }

    /** Result of a run. */
    sealed interface Outcome {

        /** It ran. */
        @Schema(name = "Done", description = "A run of a job")
        record Done(String job, Instant startedAt, Instant endedAt) implements Outcome {}

        /** It is running already, and was left to. */
        record Running() implements Outcome {}

        /** There is no job of that name in this process. */
        record Unknown() implements Outcome {}
    }
}
