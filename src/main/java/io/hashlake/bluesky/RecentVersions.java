package io.hashlake.bluesky;

import java.util.LinkedHashSet;
import java.util.Set;

/** Versions of posts that were taken lately: connections overlap, and an instance may jump back. Not thread-safe. */
final class RecentVersions {

    private static final int MAX_REMEMBERED = 20_000;

    private record Version(long id, String rev) {}

    private final Set<Version> taken = new LinkedHashSet<>();

    /** Remembers a version; false if it was remembered already. */
    boolean add(long id, String rev) {
        boolean isNew = taken.add(new Version(id, rev));
        if (taken.size() > MAX_REMEMBERED) {
            taken.remove(taken.iterator().next());
        }
        return isNew;
    }

    void clear() {
        taken.clear();
    }
}
