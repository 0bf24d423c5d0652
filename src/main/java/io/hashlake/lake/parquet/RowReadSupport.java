package io.hashlake.lake.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/**
 * Reads rows as arrays of values in the order of a table's columns, null where a file has no such column or no value: what
 * Parquet stores, without making sense of it, but for the times of older files, which are in milliseconds there.
 */
final class RowReadSupport extends ReadSupport<Object[]> {

    private final MessageType columns;

    RowReadSupport(Table<?> table) {
        this.columns = table.parquet();
    }

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(columns);
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> metadata,
            MessageType fileSchema,
            ReadContext context) {
        return new RowMaterializer(columns, fileSchema);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
    public RecordMaterializer<Object[]> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType fileSchema, ReadContext context) {
        throw new UnsupportedOperationException("the lake is read without Hadoop's configuration");
    }
}
