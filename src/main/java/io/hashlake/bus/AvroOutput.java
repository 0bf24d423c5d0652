package io.hashlake.bus;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes values in Avro's binary encoding (Avro 1.12 specification, "Binary Encoding"). As a {@link ValueWriter} it writes unions
 * with null, and lists that are empty where there is none.
 */
final class AvroOutput implements ValueWriter {

    private static final int LONGEST_VARINT = 10;
    private static final int INDEX_OF_NULL = 0;
    private static final int INDEX_OF_VALUE = 1;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private byte[] bytes;
    private int size;

    AvroOutput(int expectedSize) {
        bytes = new byte[expectedSize];
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void writeFixed(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void writeBoolean(boolean value) {
        ensure(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** Zigzag, then seven bits a byte. */
    void writeLong(long value) {
        ensure(LONGEST_VARINT);
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** Eight bytes, the lowest first. */
    void writeDouble(double value) {
        ensure(Double.BYTES);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void writeString(String value) {
        byte[] utf8 = WholeCharacters.of(value).getBytes(StandardCharsets.UTF_8);
        writeLong(utf8.length);
        writeFixed(utf8);
    }

    void writeNullableString(String value) {
        writeNullable(value, AvroOutput::writeString);
    }

    void writeNullableLong(Long value) {
        writeNullable(value, AvroOutput::writeLong);
    }

    <T> void writeNullable(T value, BiConsumer<AvroOutput, T> write) {
        if (value == null) {
            writeLong(INDEX_OF_NULL);
            return;
        }
        writeLong(INDEX_OF_VALUE);
        write.accept(this, value);
    }

    void writeStrings(List<String> values) {
        writeArray(values, AvroOutput::writeString);
    }

    /** One block, and the empty block that ends the array. */
    <T> void writeArray(List<T> values, BiConsumer<AvroOutput, T> write) {
        if (!values.isEmpty()) {
            writeLong(values.size());
            values.forEach(value -> write.accept(this, value));
        }
        writeLong(0);
    }

    void writeMicros(Instant time) {
        writeLong(time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO);
    }

    @Override
    public void id(long value) {
        writeLong(INDEX_OF_VALUE);
        writeLong(value);
    }

    @Override
    public void id(Long value) {
        writeNullableLong(value);
    }

    @Override
    public void count(long value) {
        if (value == Metrics.UNKNOWN) {
            writeLong(INDEX_OF_NULL);
        } else {
            id(value);
        }
    }

    @Override
    public void flag(Boolean value) {
        writeNullable(value, AvroOutput::writeBoolean);
    }

    @Override
    public void real(Double value) {
        writeNullable(value, AvroOutput::writeDouble);
    }

    @Override
    public void timestamp(Instant value) {
        writeNullable(value, AvroOutput::writeMicros);
    }

    @Override
    public void text(String value) {
        writeNullableString(value);
    }

    @Override
    public void ids(List<Long> values) {
        writeArray(values == null ? List.of() : values, AvroOutput::writeLong);
    }

    @Override
    public void texts(List<String> values) {
        writeStrings(values == null ? List.of() : values);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
