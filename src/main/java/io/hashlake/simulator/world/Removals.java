package io.hashlake.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Posts and accounts that were removed on demand. */
public final class Removals {

    private final Map<Long, Removal> posts = new ConcurrentHashMap<>();
    private final Map<Long, Removal> accounts = new ConcurrentHashMap<>();

    /**
     * Removal of a post or an account.
     *
     * @param reason as X's compliance jobs give it
     */
    public record Removal(Instant at, String reason) {

        /** Returns whether all of it is gone, and not places alone. */
        public boolean isWhole() {
            return !reason.equals("scrub_geo");
        }
    }

    /** @param number of the post in the world */
    public void addPost(long number, Instant at, String reason) {
        posts.putIfAbsent(number, new Removal(at, reason));
    }

    public void addAccount(long id, Instant at, String reason) {
        accounts.putIfAbsent(id, new Removal(at, reason));
    }

    Optional<Removal> ofPost(long number) {
        return Optional.ofNullable(posts.get(number));
    }

    public Optional<Removal> ofAccount(long id) {
        return Optional.ofNullable(accounts.get(id));
    }

    boolean hasAccounts() {
        return !accounts.isEmpty();
    }

    boolean isEmpty() {
        return posts.isEmpty() && accounts.isEmpty();
    }
}
