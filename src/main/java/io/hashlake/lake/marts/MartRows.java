package io.hashlake.lake.marts;

import java.io.IOException;

/** Gives the rows of a part of a mart, one after the other. */
@FunctionalInterface
public interface MartRows {

    /** @throws IOException if they cannot be read, or {@code target} throws it */
    void to(Target target) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface Target {

        /** @param row its values in the order of the columns */
        void add(Object[] row) throws IOException;
    }
}
