package io.hashlake.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard for Parquet pages without Hadoop's codecs. One context serves all files of a sink, for a context is large
 * and costs more to make than a small page costs to compress; threads take turns.
 */
public final class ZstdCodecs implements CompressionCodecFactory, AutoCloseable {

    /** Level 3 makes files 3 % smaller and takes an eighth longer. */
    private static final int LEVEL = 1;

    /** Largest buffer that is kept for the next page: one grown for a single huge value is not. */
    private static final int LARGEST_SCRATCH = 4 << 20;

    private final ZstdCompressCtx compressContext = new ZstdCompressCtx().setLevel(LEVEL);
    private final ZstdDecompressCtx decompressContext = new ZstdDecompressCtx();
    private final BytesInputCompressor compressor = new Compressor();
    private final BytesInputDecompressor decompressor = new Decompressor();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        requireZstd(codec);
        return compressor;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        requireZstd(codec);
        return decompressor;
    }

    /** Parquet calls this at the end of every file; the contexts live on for the next one. */
    @Override
    public void release() {}

    @Override
    public void close() {
        compressContext.close();
        decompressContext.close();
    }

    private static void requireZstd(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("the lake's files are compressed with ZSTD, not " + codec);
        }
    }

    private static byte[] toArray(BytesInput bytes) throws IOException {
        return bytes.toInputStream().readNBytes(Math.toIntExact(bytes.size()));
    }

    private final class Compressor implements BytesInputCompressor {
        private byte[] scratch = new byte[0];

        @Override
        public synchronized BytesInput compress(BytesInput bytes) throws IOException {
            byte[] plain = toArray(bytes);
            int bound = Math.toIntExact(Zstd.compressBound(plain.length));
            byte[] target = target(bound);
            int size = compressContext.compressByteArray(target, 0, bound, plain, 0, plain.length);
            return BytesInput.from(Arrays.copyOf(target, size));
        }

        private byte[] target(int size) {
            if (size > LARGEST_SCRATCH) {
                return new byte[size];
            }
            if (scratch.length < size) {
                scratch = new byte[size];
            }
            return scratch;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    private final class Decompressor implements BytesInputDecompressor {
        @Override
        public synchronized BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
            return BytesInput.from(decompressContext.decompress(toArray(bytes), decompressedSize));
        }

        @Override
        public synchronized void decompress(
                ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize) {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(decompressContext.decompress(compressed, decompressedSize));
        }

        @Override
        public void release() {}
    }
}
