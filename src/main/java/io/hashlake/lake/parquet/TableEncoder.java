package io.hashlake.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Makes Parquet files of rows, in memory. A file is made at once: an open Parquet writer of tweets takes 0.7 MB before it
 * holds a row, so hundreds of them at a time would take more memory than the tweets they wait for. Threads may share one.
 */
public final class TableEncoder<R> {

    private static final int ROW_GROUP_BYTES = 64 << 20;
    private static final int PAGE_BYTES = 256 << 10;

    private final Table<?> table;
    private final Function<RecordConsumer, Consumer<R>> rowWriters;
    private final ZstdCodecs codecs;

    public TableEncoder(Table<R> table, ZstdCodecs codecs) {
        this(table, out -> new RowWriter<>(table, out), codecs);
    }

    private TableEncoder(Table<?> table, Function<RecordConsumer, Consumer<R>> rowWriters, ZstdCodecs codecs) {
        this.table = table;
        this.rowWriters = rowWriters;
        this.codecs = codecs;
    }

    /** Makes files of rows that a buffer holds. */
    public static TableEncoder<BufferedRow> buffered(Table<?> table, ZstdCodecs codecs) {
        return new TableEncoder<>(table, out -> new RowReplay(table.parquet(), out), codecs);
    }

    /** The content of a file that holds these rows, with these key-value pairs in its footer. */
    public List<ByteBuffer> encode(List<R> rows, Map<String, String> metadata) throws IOException {
        OpenFile<R> file = open(metadata);
        for (R row : rows) {
            file.write(row);
        }
        return file.close();
    }

    /** A file that takes row after row. */
    public OpenFile<R> open(Map<String, String> metadata) throws IOException {
        MemoryFile file = new MemoryFile();
        return new OpenFile<>(file, writer(file, metadata));
    }

    /** A file to which rows are still added. */
    public record OpenFile<R>(MemoryFile file, ParquetWriter<R> writer) {

        public void write(R row) throws IOException {
            writer.write(row);
        }

        /** About how large it would be if it were closed now, in bytes; somewhat more than it will be. */
        public long size() {
            return writer.getDataSize();
        }

        /** Ends it; gives its content. */
        public List<ByteBuffer> close() throws IOException {
            writer.close();
            return file.content();
        }
    }

    private ParquetWriter<R> writer(MemoryFile file, Map<String, String> metadata) throws IOException {
        RowWriteSupport<R> rows = new RowWriteSupport<>(table.parquet(), metadata, rowWriters);
        Builder<R> builder = new Builder<>(file, rows)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withMinRowCountForPageSizeCheck(1)
                .withDictionaryPageSize(PAGE_BYTES)
                .withDictionaryEncoding(false)
                .withSizeStatisticsEnabled(false);
        for (Column<?> column : table.columns()) {
            builder.withDictionaryEncoding(column.path(), column.repeats());
            builder.withStatisticsEnabled(column.path(), !column.large());
        }
        return builder.build();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final RowWriteSupport<R> rows;

        Builder(MemoryFile file, RowWriteSupport<R> rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
        }
    }
}
