package io.hashlake.bus;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.ValueReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads values in Avro's binary encoding. Lengths are checked against what is left before anything is allocated, so that
 * broken input costs no more memory than it has bytes.
 *
 * <p>All methods throw {@link IllegalArgumentException} where the input is broken.
 */
final class AvroInput implements ValueReader {

    private static final int LONGEST_SHIFT = 63;
    private static final int INDEX_OF_VALUE = 1;

    private final byte[] bytes;
    private int position;

    AvroInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    boolean readBoolean() {
        return switch (readByte()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IllegalArgumentException("a boolean is neither 0 nor 1 before byte " + position);
        };
    }

    long readLong() {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_SHIFT; shift += 7) {
            byte next = readByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number is longer than ten bytes before byte " + position);
    }

    /** Eight bytes, the lowest first. */
    double readDouble() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (readByte() & 0xFFL) << shift;
        }
        return Double.longBitsToDouble(bits);
    }

    String readString() {
        int length = readLength(readLong());
        String value = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    String readNullableString() {
        return readNullable(AvroInput::readString);
    }

    Long readNullableLong() {
        return readNullable(AvroInput::readLong);
    }

    <T> T readNullable(Function<AvroInput, T> read) {
        long index = readLong();
        if (index < 0 || index > INDEX_OF_VALUE) {
            throw new IllegalArgumentException("a union has no branch " + index + ", before byte " + position);
        }
        return index == INDEX_OF_VALUE ? read.apply(this) : null;
    }

    List<String> readStrings() {
        return readArray(AvroInput::readString);
    }

    /** Each element takes one byte at least, so no block has more elements than there are bytes left. */
    <T> List<T> readArray(Function<AvroInput, T> read) {
        List<T> values = new ArrayList<>();
        for (long count = readLong(); count != 0; count = readLong()) {
            if (count < 0) {
                readLong();
            }
            int elements = readLength(Math.abs(count));
            for (int i = 0; i < elements; i++) {
                values.add(read.apply(this));
            }
        }
        return values;
    }

    Instant readMicros() {
        return Instant.EPOCH.plus(readLong(), ChronoUnit.MICROS);
    }

    @Override
    public Long id() {
        return readNullableLong();
    }

    @Override
    public Long count() {
        Long count = readNullableLong();
        return count == null ? (Long) Metrics.UNKNOWN : count;
    }

    @Override
    public Boolean flag() {
        return readNullable(AvroInput::readBoolean);
    }

    @Override
    public Double real() {
        return readNullable(AvroInput::readDouble);
    }

    @Override
    public Instant timestamp() {
        return readNullable(AvroInput::readMicros);
    }

    @Override
    public String text() {
        return readNullableString();
    }

    @Override
    public List<Long> ids() {
        return readArray(AvroInput::readLong);
    }

    @Override
    public List<String> texts() {
        return readStrings();
    }

    private byte readByte() {
        readLength(1);
        return bytes[position++];
    }

    private int readLength(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException("it ends at byte " + bytes.length + ", but at byte " + position + " "
                    + length + " more are announced");
        }
        return (int) length;
    }
}
