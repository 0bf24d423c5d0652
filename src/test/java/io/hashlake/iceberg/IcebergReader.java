package io.hashlake.iceberg;

import io.hashlake.TestConfig;
import io.hashlake.lake.store.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.util.PartitionUtil;

/**
 * Reads a table with Iceberg's own Parquet reader. Columns are found by their names, as engines find them: {@code IcebergGenerics}
 * takes the columns of files without ids by their position. Rows that files of deletes name are not left out.
 */
public record IcebergReader(Table table) {

    /** Opens a table of a lake on this machine, in the catalog that is kept in the database. */
    public static IcebergReader of(String name, DataSource database, Path lake) {
        LakeLocation location = new LakeLocation("file://" + lake.toAbsolutePath() + "/");
        LakeFileIO files = new LakeFileIO(new LocalObjectStore(lake), location);
        return new IcebergReader(Catalogs.of(TestConfig.of(IcebergConfig.class), database, location, files)
                .get()
                .loadTable(TableIdentifier.parse(name)));
    }

    /** One entry for each row, {@code hashtag/id}, sorted: a row that stands twice is here twice. */
    public List<String> rows() throws IOException {
        return records(table.schema().select("hashtag", "id")).stream()
                .map(row -> row.getField("hashtag") + "/" + row.getField("id"))
                .sorted()
                .toList();
    }

    List<Record> records() throws IOException {
        return records(table.schema());
    }

    private List<Record> records(Schema columns) throws IOException {
        List<Record> records = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                try (CloseableIterable<Record> rows = read(task, columns)) {
                    rows.forEach(records::add);
                }
            }
        }
        return records;
    }

    private CloseableIterable<Record> read(FileScanTask task, Schema columns) {
        Map<Integer, ?> partition = PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant);
        String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
        return Parquet.read(table.io().newInputFile(task.file().location()))
                .project(columns)
                .withNameMapping(NameMappingParser.fromJson(mapping))
                .createReaderFunc(file -> GenericParquetReaders.buildReader(columns, file, partition))
                .build();
    }
}
