package io.hashlake.simulator.bluesky;

/** Keys of accounts and posts, as Bluesky writes them. */
final class SkeetIdentity {

    static final String POSTS = "app.bsky.feed.post";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String SORTABLE = "234567abcdefghijklmnopqrstuvwxyz";

    private SkeetIdentity() {}

    static String did(long account) {
        return "did:plc:" + digits(account, PLAIN, 12) + digits(~account, PLAIN, 12);
    }

    /** A TID: microseconds, and a clock's number. */
    static String key(long micros) {
        return digits(micros << 10, SORTABLE, 13);
    }

    static String uri(long account, long micros) {
        return "at://" + did(account) + "/" + POSTS + "/" + key(micros);
    }

    private static String digits(long number, String alphabet, int length) {
        char[] digits = new char[length];
        long left = number;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = alphabet.charAt((int) (left & 31));
            left >>>= 5;
        }
        return new String(digits);
    }
}
