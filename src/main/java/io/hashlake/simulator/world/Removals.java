package io.hashlake.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Posts that were removed on demand, by number. */
public final class Removals {

    private final Map<Long, Removal> all = new ConcurrentHashMap<>();

    /**
     * Removal of a post.
     *
     * @param reason as X's compliance jobs give it
     */
    public record Removal(Instant at, String reason) {

        /** Returns whether the post is gone, and not its place alone. */
        public boolean isWhole() {
            return !reason.equals("scrub_geo");
        }
    }

    public void add(long number, Instant at, String reason) {
        all.putIfAbsent(number, new Removal(at, reason));
    }

    public Optional<Removal> of(long number) {
        return Optional.ofNullable(all.get(number));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
