package io.hashlake.core;

/**
 * Requests made to X and posts read from it: a total, or an amount to add to one.
 *
 * @param requests questions that were asked, whatever came of them
 * @param posts posts that were in the answers
 */
public record Spend(long requests, long posts) {

    public static final Spend NONE = new Spend(0, 0);

    public Spend plus(Spend other) {
        return new Spend(requests + other.requests, posts + other.posts);
    }
}
