package io.hashlake.bus;

import io.hashlake.tweet.Tweet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Tweets in Avro's single-object encoding: the bytes {@code C3 01}, the schema's fingerprint, and the fields. Written is always
 * the newest schema, read is any that is kept. A tweet comes back as it was, but for half surrogates, which become U+FFFD, and
 * for times, which are cut off after milliseconds ({@code createdAt}) or microseconds ({@code observedAt}). Safe for use by
 * several threads.
 */
public final class TweetCodec {

    private static final byte[] MAGIC = {(byte) 0xC3, 0x01};
    private static final int HEADER_BYTES = MAGIC.length + Long.BYTES;
    private static final int USUAL_BYTES = 768;

    private final SchemaHistory history;
    private final long newest;
    private final byte[] header;

    public TweetCodec() {
        this(SchemaHistory.kept());
    }

    TweetCodec(SchemaHistory history) {
        this.history = history;
        this.newest = SchemaHistory.fingerprint(history.newest());
        this.header = ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putLong(newest)
                .array();
    }

    public byte[] encode(Tweet tweet) {
        AvroOutput out = new AvroOutput(USUAL_BYTES);
        out.writeFixed(header);
        TweetWriter.write(tweet, out);
        return out.toBytes();
    }

    /**
     * The tweet that was encoded.
     *
     * @param encoded may be null, as a record's value may be
     */
    public Tweet decode(byte[] encoded) throws UndecodableRecordException {
        long fingerprint = fingerprint(encoded);
        if (fingerprint == newest) {
            return read(new AvroInput(encoded, HEADER_BYTES));
        }
        Schema written = history.withFingerprint(fingerprint)
                .orElseThrow(() -> new UndecodableRecordException("its schema has the fingerprint "
                        + Long.toHexString(fingerprint) + ", which is not known here: a newer version wrote it"));
        return read(new AvroInput(inNewest(encoded, written), 0));
    }

    private static long fingerprint(byte[] encoded) throws UndecodableRecordException {
        boolean marked =
                encoded != null && encoded.length >= HEADER_BYTES && encoded[0] == MAGIC[0] && encoded[1] == MAGIC[1];
        if (!marked) {
            throw new UndecodableRecordException(
                    "it is no Avro single object: it does not begin with C3 01 and a fingerprint");
        }
        return ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getLong(MAGIC.length);
    }

    private static Tweet read(AvroInput in) throws UndecodableRecordException {
        try {
            Tweet tweet = AvroTweetReader.read(in);
            if (!in.isAtEnd()) {
                throw new UndecodableRecordException("it goes on after its last field");
            }
            return tweet;
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new UndecodableRecordException("its fields are broken: " + e.getMessage(), e);
        }
    }

    /** The fields of an older schema, as the newest would have written them. */
    private byte[] inNewest(byte[] encoded, Schema written) throws UndecodableRecordException {
        try {
            Object fields = new GenericDatumReader<>(written, history.newest())
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(encoded, HEADER_BYTES, encoded.length - HEADER_BYTES, null));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(history.newest()).write(fields, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | AvroRuntimeException e) {
            throw new UndecodableRecordException("its fields are broken: " + e.getMessage(), e);
        }
    }
}
