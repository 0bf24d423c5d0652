package io.hashlake.simulator.request;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Position at which a search continues. It is valid only for the search that it was issued for.
 *
 * @param below id below which the next page begins
 * @param serial tells tokens of the same page apart
 */
public record PageToken(long below, int serial) {

    /** Mask of the serial number; the other bits of its half of the token identify the search. */
    private static final long SERIALS = 0xFFFF;

    private static final int RADIX = 36;
    private static final String PREFIX = "b26";

    /** The token as clients see it. */
    public String text(String search) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(below)
                .putLong(mark(search) & ~SERIALS | serial & SERIALS)
                .array();
        return PREFIX + new BigInteger(1, bytes).toString(RADIX);
    }

    /** Parses a token; empty if it was not issued for this search. */
    static Optional<PageToken> parse(String text, String search) {
        if (!text.matches(PREFIX + "[0-9a-z]{1,25}")) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(text.substring(PREFIX.length()), RADIX);
        PageToken token = new PageToken(value.shiftRight(Long.SIZE).longValue(), (int) (value.longValue() & SERIALS));
        return Optional.of(token).filter(parsed -> parsed.text(search).equals(text));
    }

    private static long mark(String search) {
        return UUID.nameUUIDFromBytes(search.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
