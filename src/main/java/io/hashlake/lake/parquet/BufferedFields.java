package io.hashlake.lake.parquet;

import org.apache.parquet.io.api.Binary;

/** Reads the fields of a buffered row, in the order in which {@link RowRecorder} wrote them. */
final class BufferedFields {

    private byte[] bytes;
    private int at;

    BufferedFields() {}

    BufferedFields(BufferedRow row) {
        begin(row);
    }

    void begin(BufferedRow row) {
        bytes = row.bytes();
        at = row.offset();
    }

    /** Returns the index of the next field, -1 after the last. */
    int next() {
        return (int) number() - 1;
    }

    /** Returns whether the list has another element. */
    boolean hasElement() {
        return flag();
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return value | (long) next << shift;
    }

    double real() {
        return Double.longBitsToDouble(number());
    }

    /** The bytes are not copied. */
    Binary binary() {
        int length = (int) number();
        Binary value = Binary.fromConstantByteArray(bytes, at, length);
        at += length;
        return value;
    }
}
