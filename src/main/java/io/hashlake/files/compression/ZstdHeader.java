package io.hashlake.files.compression;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The header of a zstd frame (RFC 8878), as far as its length and what follows it depend on it. */
record ZstdHeader(boolean isSkippable, boolean hasChecksum) {

    /** Longest header: magic, descriptor, window, dictionary, content size. */
    static final int MAX_BYTES = 18;

    private static final long MAGIC = 0xfd2f_b528L;
    private static final long SKIPPABLE = 0x184d_2a50L;
    private static final long SKIPPABLE_MASK = 0xffff_fff0L;
    private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
    private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};

    /** Reads it, and keeps it in {@code copy} if it is no skippable frame's. */
    static ZstdHeader read(StoredBytes in, ByteBuffer copy) throws IOException {
        long start = in.position();
        long magic = in.requireNumber(4);
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
            return new ZstdHeader(true, false);
        }
        if (magic != MAGIC) {
            throw new DamagedException("is damaged: no zstd frame begins at byte " + start);
        }
        int descriptor = in.require();
        copy.putInt(Integer.reverseBytes((int) MAGIC)).put((byte) descriptor);
        in.require(length(descriptor), copy);
        return new ZstdHeader(false, (descriptor & 4) != 0);
    }

    /** Bytes behind the descriptor. */
    private static int length(int descriptor) {
        boolean isSingleSegment = (descriptor & 0x20) != 0;
        int contentSize = CONTENT_SIZE_BYTES[descriptor >> 6];
        return DICTIONARY_BYTES[descriptor & 3] + (isSingleSegment ? Math.max(1, contentSize) : 1 + contentSize);
    }
}
