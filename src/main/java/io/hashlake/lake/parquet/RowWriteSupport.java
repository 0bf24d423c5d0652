package io.hashlake.lake.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a row's columns straight from the row, without an Avro object in between. */
final class RowWriteSupport<R> extends WriteSupport<R> {

    private final Table<R> table;
    private final Map<String, String> metadata;
    private RecordConsumer out;
    private FieldOutput fields;

    RowWriteSupport(Table<R> table, Map<String, String> metadata) {
        this.table = table;
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(table.parquet(), metadata);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, and never called with a plain configuration
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
        fields = new FieldOutput(consumer);
    }

    @Override
    public void write(R row) {
        out.startMessage();
        for (int i = 0; i < table.columns().size(); i++) {
            Column<R> column = table.columns().get(i);
            fields.field(column.name(), i);
            column.value().write(row, fields);
        }
        out.endMessage();
    }
}
