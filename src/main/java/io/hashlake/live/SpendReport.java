package io.hashlake.live;

import java.io.IOException;

/** Says what reading has cost. */
@FunctionalInterface
public interface SpendReport {

    /** Null where it is not known. */
    SpendToday today() throws IOException;
}
