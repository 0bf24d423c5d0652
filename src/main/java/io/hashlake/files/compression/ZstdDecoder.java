package io.hashlake.files.compression;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes zstd. Blocks are decoded one by one, so that those before a damaged one are not lost with it; the library's own
 * stream loses a second frame that is cut short without a word.
 */
final class ZstdDecoder implements Decoder {

    private static final int MAX_BLOCK = 128 << 10;
    private static final int BLOCK_HEADER = 3;
    private static final int CHECKSUM = 4;
    private static final int REPEATED = 1;

    private final StoredBytes in;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer block = ByteBuffer.allocateDirect(ZstdHeader.MAX_BYTES + MAX_BLOCK);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(2 * MAX_BLOCK).limit(0);
    private ZstdHeader header;
    private boolean isLast;

    ZstdDecoder(StoredBytes in) {
        this.in = in;
    }

    @Override
    public void begin() throws IOException {
        block.clear();
        header = ZstdHeader.read(in, block);
        isLast = header.isSkippable();
        if (header.isSkippable()) {
            skip(in.requireNumber(4));
        } else {
            decode();
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!plain.hasRemaining()) {
            if (isLast) {
                requireChecksum();
                return -1;
            }
            decodeBlock();
        }
        int read = Math.min(length, plain.remaining());
        plain.get(bytes, from, read);
        return read;
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                in.require();
                skipped = 1;
            }
            left -= skipped;
        }
    }

    private void decodeBlock() throws IOException {
        block.clear();
        in.require(BLOCK_HEADER, block);
        int description = block.get(0) & 0xff | (block.get(1) & 0xff) << 8 | (block.get(2) & 0xff) << 16;
        int size = (description >> 1 & 3) == REPEATED ? 1 : description >> 3;
        if (size > MAX_BLOCK) {
            throw new DamagedException("is damaged: the zstd block before byte " + in.position() + " is none");
        }
        in.require(size, block);
        decode();
        isLast = (description & 1) != 0;
    }

    /**
     * Requires the checksum only after the frame's content has been returned, so that a truncated checksum loses no
     * content.
     */
    private void requireChecksum() throws IOException {
        if (header.hasChecksum()) {
            block.clear();
            in.require(CHECKSUM, block);
            decode();
        }
    }

    private void decode() throws IOException {
        plain.clear();
        try {
            context.decompressDirectByteBufferStream(plain, block.flip());
        } catch (ZstdException e) {
            plain.limit(0);
            throw new DamagedException(reason(e));
        }
        plain.flip();
    }

    private static String reason(ZstdException e) {
        long code = Zstd.getErrorCode(e.getErrorCode());
        if (code == Zstd.errFrameParameterWindowTooLarge()) {
            return "needs more than 128 MiB of memory to be decompressed; decompress it first (zstd -d --long=31)";
        }
        if (code == Zstd.errDictionaryWrong()) {
            return "is compressed with a dictionary of its own; decompress it first (zstd -d -D DICTIONARY)";
        }
        return "is damaged: the zstd cannot be read on: " + e.getMessage();
    }

    @Override
    public void close() {
        context.close();
    }
}
