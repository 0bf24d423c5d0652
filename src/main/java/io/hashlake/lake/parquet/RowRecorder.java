package io.hashlake.lake.parquet;

import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Writes rows down as bytes: each field that has a value as its index and the value, a list with a byte before each element and
 * one after the last, and a zero after the last field. Numbers have seven bits a byte.
 */
final class RowRecorder extends RecordConsumer {

    private static final int SMALLEST = 1 << 10;

    private byte[] bytes = new byte[SMALLEST];
    private int size;
    private int depth;

    /** Returns the size of the row written last, in bytes. */
    int size() {
        return size;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, size);
    }

    @Override
    public void startMessage() {
        size = 0;
        depth = 0;
    }

    @Override
    public void endMessage() {
        add(0);
    }

    @Override
    public void startField(String name, int index) {
        if (depth == 0) {
            addNumber(index + 1L);
        }
    }

    @Override
    public void endField(String name, int index) {
        // the next field, or the end, follows
    }

    /** Of a list's two levels the inner one is an element. */
    @Override
    public void startGroup() {
        depth++;
        if (depth == 2) {
            add(1);
        }
    }

    @Override
    public void endGroup() {
        depth--;
        if (depth == 0) {
            add(0);
        }
    }

    @Override
    public void addLong(long value) {
        addNumber(value);
    }

    @Override
    public void addBoolean(boolean value) {
        add(value ? 1 : 0);
    }

    @Override
    public void addBinary(Binary value) {
        int length = value.length();
        addNumber(length);
        ensureRoom(length);
        System.arraycopy(value.getBytesUnsafe(), 0, bytes, size, length);
        size += length;
    }

    @Override
    public void addDouble(double value) {
        addNumber(Double.doubleToRawLongBits(value));
    }

    @Override
    public void addInteger(int value) {
        throw new UnsupportedOperationException("no column of the lake holds 32-bit integers");
    }

    @Override
    public void addFloat(float value) {
        throw new UnsupportedOperationException("no column of the lake holds 32-bit floats");
    }

    private void addNumber(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            add((int) left & 0x7f | 0x80);
            left >>>= 7;
        }
        add((int) left);
    }

    private void add(int octet) {
        ensureRoom(1);
        bytes[size++] = (byte) octet;
    }

    private void ensureRoom(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
    }
}
