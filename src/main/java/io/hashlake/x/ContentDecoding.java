package io.hashlake.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes a body's content encoding, and stops where little becomes too much. */
final class ContentDecoding {

    private ContentDecoding() {}

    /** The body's plain bytes, {@code limit} of them at most. */
    static byte[] decode(Reply reply, int limit) throws TransportFailure {
        String encoding = reply.headers()
                .firstValue("content-encoding")
                .orElse("identity")
                .trim()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> reply.body();
            case "gzip", "x-gzip" -> gunzip(reply.body(), limit);
            default ->
                throw new TransportFailure(
                        Outcome.BROKEN_BODY, "the answer is encoded in a way that was not asked for");
        };
    }

    private static byte[] gunzip(byte[] body, int limit) throws TransportFailure {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 13)) {
            byte[] decoded = plain.readNBytes(limit);
            if (plain.read() >= 0) {
                throw new TransportFailure(
                        Outcome.BROKEN_BODY, "the answer is larger than " + limit + " bytes once decompressed");
            }
            return decoded;
        } catch (IOException e) {
            throw new TransportFailure(
                    Outcome.BROKEN_BODY, "the answer is not the gzip that it says it is, or cut off");
        }
    }
}
