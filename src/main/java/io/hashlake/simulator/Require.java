package io.hashlake.simulator;

/** Refuses settings that are out of range, all in the same words. */
final class Require {

    private Require() {}

    static void that(boolean holds, String setting, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("simulator: " + setting + " is out of range: " + value);
        }
    }
}
