package io.hashlake.lake.commit;

import java.util.Arrays;

/** A set of tweet ids in one array that grows as it fills: open addressing. It holds complements, since an id may be 0. */
final class IdSet {

    private static final int SMALLEST = 16;

    private long[] slots = new long[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    boolean contains(long id) {
        return slots[slot(~id)] == ~id;
    }

    void add(long id) {
        int slot = slot(~id);
        if (slots[slot] != ~id) {
            slots[slot] = ~id;
            size++;
            growIfFull();
        }
    }

    /** Returns the slot of the complement, or the empty slot where it would be. */
    private int slot(long complement) {
        int mask = slots.length - 1;
        int slot = (int) ((complement * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != complement) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void growIfFull() {
        if (size > slots.length / 4 * 3) {
            long[] old = slots;
            slots = new long[old.length * 2];
            Arrays.stream(old).filter(held -> held != 0).forEach(held -> slots[slot(held)] = held);
        }
    }
}
