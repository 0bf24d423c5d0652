package io.hashlake.iceberg;

import io.hashlake.lake.commit.SimulatedProcess.Killed;
import java.util.function.IntPredicate;

/** Counts the operations of a process, and does something before some of them. */
final class Interruption implements Runnable {

    private final IntPredicate when;
    private final Runnable event;
    private int operations;

    private Interruption(IntPredicate when, Runnable event) {
        this.when = when;
        this.event = event;
    }

    /** Does something before the operation of that number; never before one of a negative number. */
    static Interruption at(int operation, Runnable event) {
        return new Interruption(number -> number == operation, event);
    }

    /** Ends the process there: no later operation is carried out either. */
    static Interruption endAt(int operation) {
        return new Interruption(number -> number >= operation, () -> {
            throw new Killed();
        });
    }

    @Override
    public synchronized void run() {
        if (when.test(operations++)) {
            event.run();
        }
    }

    synchronized int operations() {
        return operations;
    }
}
