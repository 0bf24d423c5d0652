package io.hashlake.warehouse.jdbc;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (documented under "COPY", "Binary Format"), written into one buffer that is
 * reused. Each method writes one field; null is allowed where the type is no primitive.
 */
public final class BinaryCopy implements ValueWriter {

    private static final byte[] HEADER = header();
    private static final int FLUSH_BYTES = 1 << 18;
    private static final int NULL = -1;
    private static final int TEXT_OID = 25;
    private static final int BIGINT_OID = 20;

    /** 2000-01-01T00:00:00Z, the epoch of PostgreSQL's timestamps. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private static final long MICROS_PER_SECOND = 1_000_000L;

    /** Outside of what a {@code timestamptz} holds, but not the value that means infinity: the server refuses it. */
    private static final long TOO_LATE = Long.MAX_VALUE - 1;

    private static final long TOO_EARLY = Long.MIN_VALUE + 1;

    private byte[] bytes = new byte[FLUSH_BYTES + (1 << 16)];
    private int size;
    private CopyIn target;

    public void begin(CopyIn copy) {
        target = copy;
        size = 0;
        reserve(HEADER.length);
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
    }

    public void row(int fields) throws SQLException {
        if (size >= FLUSH_BYTES) {
            flush();
        }
        reserve(Short.BYTES);
        putShort(fields);
    }

    public void end() throws SQLException {
        reserve(Short.BYTES);
        putShort(-1);
        flush();
    }

    @Override
    public void id(long value) {
        reserve(Integer.BYTES + Long.BYTES);
        putInt(Long.BYTES);
        putLong(value);
    }

    @Override
    public void id(Long value) {
        if (value == null) {
            nothing();
        } else {
            id(value.longValue());
        }
    }

    /** A {@code bigint} that is null where the count is not known. */
    @Override
    public void count(long value) {
        if (value == Metrics.UNKNOWN) {
            nothing();
        } else {
            id(value);
        }
    }

    @Override
    public void flag(Boolean value) {
        if (value == null) {
            nothing();
            return;
        }
        reserve(Integer.BYTES + 1);
        putInt(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void real(Double value) {
        if (value == null) {
            nothing();
            return;
        }
        reserve(Integer.BYTES + Float.BYTES);
        putInt(Float.BYTES);
        putInt(Float.floatToIntBits(value.floatValue()));
    }

    @Override
    public void timestamp(Instant value) {
        if (value == null) {
            nothing();
        } else {
            id(microsSinceEpoch(value));
        }
    }

    @Override
    public void text(String value) {
        if (value == null) {
            nothing();
            return;
        }
        int length = value.length();
        reserve(Integer.BYTES + 3 * length);
        int start = size;
        size += Integer.BYTES;
        if (!putAscii(value, length)) {
            size = start + Integer.BYTES;
            putUnicode(value);
        }
        putInt(start, size - start - Integer.BYTES);
    }

    @Override
    public void texts(List<String> values) {
        if (values == null) {
            nothing();
            return;
        }
        int start = beginArray(values.size(), TEXT_OID);
        for (int i = 0; i < values.size(); i++) {
            text(values.get(i));
        }
        putInt(start, size - start - Integer.BYTES);
    }

    @Override
    public void ids(List<Long> values) {
        if (values == null) {
            nothing();
            return;
        }
        int start = beginArray(values.size(), BIGINT_OID);
        for (int i = 0; i < values.size(); i++) {
            id(values.get(i));
        }
        putInt(start, size - start - Integer.BYTES);
    }

    private void nothing() {
        reserve(Integer.BYTES);
        putInt(NULL);
    }

    /** Leaves room for the length, writes dimensions and, unless it is empty, the one dimension's size and lower bound. */
    private int beginArray(int length, int elementOid) {
        reserve(6 * Integer.BYTES);
        int start = size;
        size += Integer.BYTES;
        putInt(length == 0 ? 0 : 1);
        putInt(0);
        putInt(elementOid);
        if (length > 0) {
            putInt(length);
            putInt(1);
        }
        return start;
    }

    private static long microsSinceEpoch(Instant value) {
        long seconds = value.getEpochSecond() - EPOCH_SECONDS;
        if (Math.abs(seconds) > Long.MAX_VALUE / MICROS_PER_SECOND - 1) {
            return seconds > 0 ? TOO_LATE : TOO_EARLY;
        }
        return seconds * MICROS_PER_SECOND + value.getNano() / 1_000;
    }

    @SuppressWarnings("deprecation") // String.getBytes(int, int, byte[], int): the one bulk copy without an allocation
    private boolean putAscii(String value, int length) {
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80 || c == 0) {
                return false;
            }
        }
        value.getBytes(0, length, bytes, size);
        size += length;
        return true;
    }

    private void putUnicode(String value) {
        byte[] encoded = StorableText.of(value).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }

    private void flush() throws SQLException {
        target.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void putShort(int value) {
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        putInt(size, value);
        size += Integer.BYTES;
    }

    private void putInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    private static byte[] header() {
        byte[] header = new byte[19];
        byte[] signature = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(signature, 0, header, 0, signature.length);
        return header;
    }
}
