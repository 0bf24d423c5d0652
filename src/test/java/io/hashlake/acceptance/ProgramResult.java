package io.hashlake.acceptance;

/**
 * End of a program that ran.
 *
 * @param output what it printed, errors included
 */
record ProgramResult(int exitCode, String output) {

    private static final int NOT_FOUND = 127;

    /** Returns whether the shell found no program of that name. */
    boolean isNotInstalled() {
        return exitCode == NOT_FOUND;
    }
}
