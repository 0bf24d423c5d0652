package io.hashlake.lake.store;

import java.io.IOException;

/** Receives what was found damaged in the lake. */
@FunctionalInterface
public interface DamageListener {

    /** Takes no note. */
    DamageListener NONE = damage -> {};

    /**
     * Declares the damage durably; called again for the same object where it could not be.
     *
     * @throws IOException if it could not be declared; the object then stays where it is, and this is called again
     */
    void found(Damage damage) throws IOException;
}
