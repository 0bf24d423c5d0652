package io.hashlake.simulator.world;

/** Refuses settings that are out of range, all in the same words. */
public final class Require {

    private Require() {}

    public static void that(boolean holds, String setting, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("simulator: " + setting + " is out of range: " + value);
        }
    }
}
