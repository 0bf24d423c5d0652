package io.hashlake.core.spend;

/** Posts read in a period, and dollars spent. */
public record Used(long posts, Dollars dollars) {

    public static final Used NOTHING = new Used(0, Dollars.ZERO);

    public Used plus(Used other) {
        return new Used(posts + other.posts, dollars.plus(other.dollars));
    }
}
