package io.hashlake.dataset.load;

import java.util.List;

/** Result of loading a file. */
public sealed interface LoadResult {

    /** Its name as a label. */
    String outcome();

    /** Returns whether every row of the file is in the table. */
    boolean isComplete();

    /**
     * The file was loaded.
     *
     * @param rows of the file
     * @param changed rows of the table that were added or changed
     * @param rejected rows that went to the dead letter
     * @param ignored columns that the dataset does not have
     */
    record Loaded(long rows, long changed, long rejected, List<String> ignored) implements LoadResult {

        @Override
        public String outcome() {
            return "loaded";
        }

        @Override
        public boolean isComplete() {
            return rejected == 0;
        }

        @Override
        public String toString() {
            String counts = "%,d rows, %,d added or changed, %,d rejected".formatted(rows, changed, rejected);
            return ignored.isEmpty() ? counts : counts + "; columns ignored: " + String.join(", ", ignored);
        }
    }

    /** The same content was loaded before, whole. */
    record Known() implements LoadResult {

        @Override
        public String outcome() {
            return "known";
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public String toString() {
            return "loaded before, nothing to do";
        }
    }

    /** Nothing of the file could be loaded. */
    record Refused(String reason) implements LoadResult {

        @Override
        public String outcome() {
            return "refused";
        }

        @Override
        public boolean isComplete() {
            return false;
        }

        @Override
        public String toString() {
            return "refused: " + reason;
        }
    }
}
