package io.hashlake.lake.parquet;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.schema.MessageType;

/**
 * Schema of one kind of file.
 *
 * @param columns in their order
 * @param avro the same as a reader may ask for them
 * @param parquet the same as the file's schema has them
 */
public record Table<R>(List<Column<R>> columns, Schema avro, MessageType parquet) {

    /** Lists of three levels, as the format asks for; parquet-avro's own default is its older form of two. */
    static final Map<String, String> LISTS = Map.of(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, "false");

    /** Returns the index of the column with that name. */
    public int index(String column) {
        return avro.getField(column).pos();
    }

    /** The same columns for rows that are read back from files. */
    public Table<Object[]> stored() {
        List<Column<Object[]>> stored = IntStream.range(0, columns.size())
                .mapToObj(index -> columns.get(index).stored(index))
                .toList();
        return new Table<>(stored, avro, parquet);
    }

    public static <R> Table<R> of(String name, String doc, List<Column<R>> columns) {
        List<Schema.Field> fields = columns.stream()
                .map(column -> new Schema.Field(column.name(), column.schema(), column.doc()))
                .toList();
        Schema avro = Schema.createRecord(name, doc, "io.hashlake", false, fields);
        return new Table<>(columns, avro, new AvroSchemaConverter(new PlainParquetConfiguration(LISTS)).convert(avro));
    }
}
