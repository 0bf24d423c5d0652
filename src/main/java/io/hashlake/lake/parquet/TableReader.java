package io.hashlake.lake.parquet;

import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;

/**
 * Reads the lake's files back. Each method throws {@link DamagedFileException} where the file is at fault, and the store's own
 * exception where that is. Threads may share one.
 */
public final class TableReader {

    private static final Schema ID = Schema.createRecord(
            "tweet", null, "io.hashlake", false, List.of(new Schema.Field("id", ColumnType.INTEGER.schema())));

    /** parquet-avro's name for the schema of the records that it makes. */
    private static final String READ_SCHEMA = "parquet.avro.read.schema";

    private final ObjectStore store;
    private final ZstdCodecs codecs;

    public TableReader(ObjectStore store, ZstdCodecs codecs) {
        this.store = store;
        this.codecs = codecs;
    }

    /** All columns of all rows. */
    public List<GenericRecord> rows(StoredObject file, Table<?> table) throws IOException {
        List<GenericRecord> rows = new ArrayList<>();
        read(file, table.avro(), rows::add);
        return rows;
    }

    /** The ids of all rows; the other columns are not read. */
    public long[] ids(StoredObject file) throws IOException {
        LongStream.Builder ids = LongStream.builder();
        read(file, ID, row -> ids.add((Long) row.get(0)));
        return ids.build().toArray();
    }

    /** The rows with ids in the range, in the order of the table's columns; null where the file has no such column. */
    public void rows(StoredObject file, Table<?> table, IdRange ids, Consumer<Object[]> rows) throws IOException {
        whole(file, input -> {
            try (ParquetReader<Object[]> reader = new RowReaderBuilder(input, table)
                    .withCodecFactory(codecs)
                    .usePageChecksumVerification()
                    .withFilter(ids.filter())
                    .build()) {
                for (Object[] row = reader.read(); row != null; row = reader.read()) {
                    rows.accept(row);
                }
            }
            return null;
        });
    }

    /** Reads the file's footer, and none of its rows. */
    public FileSummary summary(StoredObject file) throws IOException {
        return FileSummary.of(file, footer(file));
    }

    /** Reads the file's footer as Parquet has it. */
    public ParquetMetadata footer(StoredObject file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .build();
        return whole(file, input -> {
            try (ParquetFileReader reader = ParquetFileReader.open(input, options)) {
                return reader.getFooter();
            }
        });
    }

    /** One way of reading a file. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(InputFile input) throws IOException;
    }

    /** Garbage makes Parquet throw anything. */
    private <T> T whole(StoredObject file, Reading<T> reading) throws IOException {
        try {
            return reading.from(new ObjectInputFile(store, file));
        } catch (IOException | RuntimeException e) {
            StoreException.rethrow(e);
            throw new DamagedFileException(file.key(), e);
        }
    }

    private static final class RowReaderBuilder extends ParquetReader.Builder<Object[]> {
        private final Table<?> table;

        RowReaderBuilder(InputFile file, Table<?> table) {
            super(file, new PlainParquetConfiguration());
            this.table = table;
        }

        @Override
        protected ReadSupport<Object[]> getReadSupport() {
            return new RowReadSupport(table);
        }
    }

    private void read(StoredObject file, Schema schema, Consumer<GenericRecord> rows) throws IOException {
        whole(file, input -> {
            try (ParquetReader<GenericRecord> reader = open(input, schema)) {
                for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                    rows.accept(row);
                }
            }
            return null;
        });
    }

    private ParquetReader<GenericRecord> open(InputFile file, Schema schema) throws IOException {
        PlainParquetConfiguration settings = new PlainParquetConfiguration(Table.LISTS);
        settings.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, schema.toString());
        settings.set(READ_SCHEMA, schema.toString());
        return AvroParquetReader.<GenericRecord>builder(file, settings)
                .withDataModel(GenericData.get())
                .withCodecFactory(codecs)
                .usePageChecksumVerification()
                .build();
    }
}
