package io.hashlake.lake.parquet;

import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.util.List;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.Type;

/**
 * Summary of a file of posts, from its footer.
 *
 * @param columns their names
 */
public record FileSummary(StoredObject file, long rows, IdRange ids, List<String> columns) {

    static FileSummary of(StoredObject file, ParquetMetadata footer) {
        long rows = 0;
        IdRange ids = IdRange.NONE;
        for (BlockMetaData block : footer.getBlocks()) {
            rows += block.getRowCount();
            ids = ids.with(ids(block));
        }
        List<String> columns = footer.getFileMetaData().getSchema().getFields().stream()
                .map(Type::getName)
                .toList();
        return new FileSummary(file, rows, ids, columns);
    }

    /** All, where the file does not say. */
    private static IdRange ids(BlockMetaData block) {
        return block.getColumns().stream()
                .filter(column -> column.getPath().toDotString().equals("id"))
                .map(column -> ids(column.getStatistics()))
                .findFirst()
                .orElse(IdRange.ALL);
    }

    private static IdRange ids(Statistics<?> statistics) {
        return statistics instanceof LongStatistics longs && longs.hasNonNullValue()
                ? new IdRange(longs.getMin(), longs.getMax())
                : IdRange.ALL;
    }
}
