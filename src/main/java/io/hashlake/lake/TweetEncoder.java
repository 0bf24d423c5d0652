package io.hashlake.lake;

import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Makes Parquet files of tweets, in memory. A file is made at once: an open Parquet writer of this many columns takes 0.7 MB
 * before it holds a row, so hundreds of them at a time would take more memory than the tweets they wait for.
 */
final class TweetEncoder implements Encoder<Tweet> {

    private static final int ROW_GROUP_BYTES = 64 << 20;
    private static final int PAGE_BYTES = 256 << 10;

    private final ZstdCodecs codecs;

    TweetEncoder(ZstdCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public List<ByteBuffer> encode(List<Tweet> tweets, Map<String, String> metadata) throws IOException {
        MemoryFile file = new MemoryFile();
        try (ParquetWriter<Tweet> writer = writer(file, metadata)) {
            for (Tweet tweet : tweets) {
                writer.write(tweet);
            }
        }
        return file.content();
    }

    private ParquetWriter<Tweet> writer(MemoryFile file, Map<String, String> metadata) throws IOException {
        Builder builder = new Builder(file, metadata)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(PAGE_BYTES)
                .withDictionaryEncoding(false)
                .withStatisticsEnabled("text", false)
                .withStatisticsEnabled("author_description", false)
                .withSizeStatisticsEnabled(false);
        TweetSchema.COLUMNS.stream()
                .filter(Column::repeats)
                .forEach(column -> builder.withDictionaryEncoding(column.path(), true));
        return builder.build();
    }

    private static final class Builder extends ParquetWriter.Builder<Tweet, Builder> {
        private final Map<String, String> metadata;

        Builder(MemoryFile file, Map<String, String> metadata) {
            super(file);
            this.metadata = metadata;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Tweet> getWriteSupport(ParquetConfiguration configuration) {
            return new TweetWriteSupport(metadata);
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
        protected WriteSupport<Tweet> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
        }
    }
}
