package io.hashlake.core.erasure;

import java.io.IOException;

/** A place where Hashlake has put something, and which can be emptied when access to X ends. */
public interface Clearable {

    /** Returns its name in logs and reports. */
    String store();

    /**
     * Returns how much it holds, for a person to read; empty where that is nothing.
     *
     * @throws IOException if it is unavailable
     */
    String contents() throws IOException;

    /**
     * Removes everything that Hashlake has put there; where there is nothing, that is no error.
     *
     * @throws IOException if it is unavailable; call again
     */
    void eraseAll() throws IOException;
}
