package io.hashlake.files;

/** What became of a file. */
public sealed interface Outcome {

    /** What was read of it in all. */
    Progress progress();

    /** All of it was read, and every sink has committed it. */
    record Done(Progress progress) implements Outcome {
        @Override
        public String toString() {
            return progress.summary();
        }
    }

    /** It could be read up to here; what was read is committed. */
    record Failed(Progress progress, String reason) implements Outcome {
        @Override
        public String toString() {
            return progress.summary() + ", but it " + reason;
        }
    }

    /** Reading was stopped; the next attempt goes on where it was committed. */
    record Stopped(Progress progress) implements Outcome {
        @Override
        public String toString() {
            return progress.summary() + ", and the rest at the next start";
        }
    }
}
