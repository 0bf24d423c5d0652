package io.hashlake.files;

/** Outcome of reading one file. */
public sealed interface FileOutcome {

    /** Returns the totals for the file. */
    Progress progress();

    /** All of it was read, and every sink has committed it. {@code note} says what else is to be known; may be empty. */
    record Done(Progress progress, String note) implements FileOutcome {
        @Override
        public String toString() {
            return progress.summary() + (note.isEmpty() ? "" : "; " + note);
        }
    }

    /** All of it was read, and there is no post in it. */
    record Empty(Progress progress, String note) implements FileOutcome {
        @Override
        public String toString() {
            return progress.summary() + "; there is no post in it: " + note;
        }
    }

    /** It could be read up to here; what was read is committed. */
    record Failed(Progress progress, String reason) implements FileOutcome {
        @Override
        public String toString() {
            return progress.summary() + ", but it " + reason;
        }
    }

    /** Reading was stopped; the next attempt goes on where it was committed. */
    record Stopped(Progress progress) implements FileOutcome {
        @Override
        public String toString() {
            return progress.summary() + ", and the rest at the next start";
        }
    }
}
