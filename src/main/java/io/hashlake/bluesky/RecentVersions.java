package io.hashlake.bluesky;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Versions of posts that were taken lately: connections overlap, and an instance may jump back. Not thread-safe. */
final class RecentVersions {

    private static final int MAX_REMEMBERED = 20_000;

    private record Version(long id, String rev) {}

    private final Set<Version> taken = new LinkedHashSet<>();
    private final Map<Long, Integer> versions = new HashMap<>();

    /** Remembers a version; false if it was remembered already. */
    boolean add(long id, String rev) {
        boolean isNew = taken.add(new Version(id, rev));
        if (isNew) {
            versions.merge(id, 1, Integer::sum);
        }
        if (taken.size() > MAX_REMEMBERED) {
            Version oldest = taken.iterator().next();
            taken.remove(oldest);
            versions.computeIfPresent(oldest.id(), (post, count) -> count == 1 ? null : count - 1);
        }
        return isNew;
    }

    /** Returns whether any version of the post is remembered. */
    boolean has(long id) {
        return versions.containsKey(id);
    }

    void clear() {
        taken.clear();
        versions.clear();
    }
}
