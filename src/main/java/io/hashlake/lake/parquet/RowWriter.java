package io.hashlake.lake.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a row's columns straight from the row, without an Avro object in between. */
final class RowWriter<R> implements Consumer<R> {

    private final Table<R> table;
    private final RecordConsumer out;
    private final FieldOutput fields;

    RowWriter(Table<R> table, RecordConsumer out) {
        this.table = table;
        this.out = out;
        this.fields = new FieldOutput(out);
    }

    @Override
    public void accept(R row) {
        out.startMessage();
        for (int i = 0; i < table.columns().size(); i++) {
            Column<R> column = table.columns().get(i);
            fields.field(column.name(), i);
            column.value().write(row, fields);
        }
        out.endMessage();
    }
}
