package io.hashlake.lake.parquet;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Lets Parquet's writer take rows of a kind that it does not know. */
final class RowWriteSupport<R> extends WriteSupport<R> {

    private final MessageType schema;
    private final Map<String, String> metadata;
    private final Function<RecordConsumer, Consumer<R>> rowWriters;
    private Consumer<R> rowWriter;

    /** @param rowWriters makes what writes a row's fields to a consumer */
    RowWriteSupport(
            MessageType schema, Map<String, String> metadata, Function<RecordConsumer, Consumer<R>> rowWriters) {
        this.schema = schema;
        this.metadata = metadata;
        this.rowWriters = rowWriters;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        rowWriter = rowWriters.apply(consumer);
    }

    @Override
    public void write(R row) {
        rowWriter.accept(row);
    }
}
