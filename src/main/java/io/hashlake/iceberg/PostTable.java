package io.hashlake.iceberg;

import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.store.Partition;
import io.hashlake.tweet.Tweet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The table of posts: the columns of the lake's files, each of which a file may lack, and those of its directories. The files
 * know no field ids, so columns are found by their names.
 */
final class PostTable {

    static final Schema SCHEMA = schema();

    static final PartitionSpec SPEC =
            PartitionSpec.builderFor(SCHEMA).identity("hashtag").identity("dt").build();

    /** Number of earlier versions of the metadata file that are kept. */
    private static final String PREVIOUS_VERSIONS = "20";

    private PostTable() {}

    private static Schema schema() {
        List<NestedField> fields = new ArrayList<>();
        Schema files = ParquetSchemaUtil.convert(TweetSchema.TABLE.parquet());
        for (Column<Tweet> column : TweetSchema.COLUMNS) {
            NestedField field = files.findField(column.name());
            fields.add(NestedField.optional(field.fieldId(), field.name(), field.type(), column.doc()));
        }
        int last = files.highestFieldId();
        fields.add(NestedField.optional(
                last + 1, "hashtag", Types.StringType.get(), "Followed hashtag for which the post was fetched"));
        fields.add(NestedField.optional(last + 2, "dt", Types.DateType.get(), "UTC day on which the post was written"));
        return new Schema(TypeUtil.assignIncreasingFreshIds(new Schema(fields)).columns());
    }

    /** Location of the files that other programs write, with the lake's directories below it. */
    static Map<String, String> properties(LakeLocation lake) {
        return Map.of(
                TableProperties.FORMAT_VERSION,
                "2",
                TableProperties.DEFAULT_NAME_MAPPING,
                NameMappingParser.toJson(MappingUtil.create(SCHEMA)),
                TableProperties.WRITE_DATA_LOCATION,
                lake.of(Partition.ROOT.substring(0, Partition.ROOT.length() - 1)),
                TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                "true",
                TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                PREVIOUS_VERSIONS);
    }

    /** Adds the columns that the table does not have yet, and with them their names. */
    static void addNewColumns(Table table) {
        UpdateSchema update = table.updateSchema();
        List<NestedField> added = SCHEMA.columns().stream()
                .filter(field -> table.schema().findField(field.name()) == null)
                .toList();
        added.forEach(field -> update.addColumn(field.name(), field.type(), field.doc()));
        if (!added.isEmpty()) {
            update.commit();
        }
    }
}
