package io.hashlake.lake.compaction;

import java.io.IOException;
import java.util.function.Predicate;

/** Format in which readers see the lake's files as a table; a replacement of files has to appear in it as one step. */
public interface TableFormat {

    /** Directories of files, which have no other record of what is in them. */
    TableFormat DIRECTORIES = new TableFormat() {
        @Override
        public Predicate<String> replaceable() {
            return key -> true;
        }

        @Override
        public boolean replace(Swap swap) {
            return true;
        }
    };

    /**
     * Returns which files, by their keys, may be replaced by a compaction.
     *
     * @throws IOException if the table cannot be read
     */
    Predicate<String> replaceable() throws IOException;

    /**
     * Replaces files in the table; all of them stand in the store. May be repeated after any failure.
     *
     * @return false if the table no longer has the files that are to be replaced, so that the new ones must go
     * @throws IOException if it could not, or it is not known whether it did; call again
     */
    boolean replace(Swap swap) throws IOException;
}
