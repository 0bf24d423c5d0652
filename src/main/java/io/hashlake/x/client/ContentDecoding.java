package io.hashlake.x.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes a body's content encoding, and stops where little becomes too much. */
public final class ContentDecoding {

    private ContentDecoding() {}

    /** The body's plain bytes, {@code limit} of them at most. */
    static byte[] decode(HttpReply reply, int limit) throws TransportException {
        return isCompressed(reply) ? gunzip(reply.body(), limit) : reply.body();
    }

    /** The plain bytes of a body without end, as they come. */
    public static InputStream decoded(HttpReply reply) throws IOException {
        try {
            return isCompressed(reply) ? new GZIPInputStream(reply.stream(), 1 << 14) : reply.stream();
        } catch (TransportException e) {
            throw new IOException(e.getMessage());
        }
    }

    private static boolean isCompressed(HttpReply reply) throws TransportException {
        String encoding = reply.headers()
                .firstValue("content-encoding")
                .orElse("identity")
                .trim()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new TransportException(
                        RequestOutcome.BROKEN_BODY, "the answer is encoded in a way that was not asked for");
        };
    }

    private static byte[] gunzip(byte[] body, int limit) throws TransportException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 13)) {
            byte[] decoded = plain.readNBytes(limit);
            if (plain.read() >= 0) {
                throw new TransportException(
                        RequestOutcome.BROKEN_BODY, "the answer is larger than " + limit + " bytes once decompressed");
            }
            return decoded;
        } catch (IOException e) {
            throw new TransportException(
                    RequestOutcome.BROKEN_BODY, "the answer is not the gzip that it says it is, or cut off");
        }
    }
}
