package io.hashlake.iceberg;

import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Partition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Makes of a file of the lake what a table has to know of it, out of its footer and its key. */
final class FooterReader {

    private final TableReader reader;
    private final LakeLocation lake;

    FooterReader(TableReader reader, LakeLocation lake) {
        this.reader = reader;
        this.lake = lake;
    }

    DataFile dataFile(StoredObject file, Table table) throws IOException {
        PartitionSpec spec = table.specs().get(PostTable.SPEC.specId());
        ParquetMetadata footer = reader.footer(file);
        return DataFiles.builder(spec)
                .withPath(lake.of(file.key()))
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.size())
                .withPartition(partition(file.key(), spec))
                .withMetrics(metrics(footer, table))
                .withSplitOffsets(ParquetUtil.getSplitOffsets(footer))
                .build();
    }

    private static PartitionData partition(String key, PartitionSpec spec) {
        Partition partition = Partition.holding(key).orElseThrow();
        PartitionData values = new PartitionData(spec.partitionType());
        values.set(0, partition.hashtag().isEmpty() ? null : partition.hashtag());
        values.set(1, Math.toIntExact(partition.day()));
        return values;
    }

    private static Metrics metrics(ParquetMetadata footer, Table table) {
        Map<String, String> properties = new HashMap<>(table.properties());
        footer.getFileMetaData().getSchema().getFields().stream()
                .filter(FooterReader::isInMilliseconds)
                .forEach(field ->
                        properties.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + field.getName(), "counts"));
        return ParquetUtil.footerMetrics(
                footer,
                Stream.empty(),
                MetricsConfig.fromProperties(properties),
                NameMappingParser.fromJson(properties.get(TableProperties.DEFAULT_NAME_MAPPING)));
    }

    /** Iceberg would take the smallest and largest time of an earlier version's file for microseconds. */
    private static boolean isInMilliseconds(Type field) {
        return field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                && timestamp.getUnit() == TimeUnit.MILLIS;
    }
}
