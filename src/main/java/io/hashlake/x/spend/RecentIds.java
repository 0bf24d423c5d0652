package io.hashlake.x.spend;

import java.util.HashSet;
import java.util.Set;

/** Ids that came lately, in bounded memory: at least the newest {@value #GENERATION}. */
final class RecentIds {

    private static final int GENERATION = 100_000;

    private Set<Long> newer = new HashSet<>();
    private Set<Long> older = Set.of();

    /** Adds an id; returns whether it is new among recent ones. */
    boolean add(long id) {
        if (older.contains(id) || !newer.add(id)) {
            return false;
        }
        if (newer.size() == GENERATION) {
            older = newer;
            newer = new HashSet<>();
        }
        return true;
    }

    boolean contains(long id) {
        return newer.contains(id) || older.contains(id);
    }
}
