package io.hashlake.iceberg;

import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Partition;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * A version of Hashlake that knew fewer columns.
 *
 * @param unknown the columns that have come since
 */
record EarlierVersion(IcebergLake lake, Set<String> unknown) {

    void createTable() {
        List<NestedField> columns = PostTable.SCHEMA.columns().stream()
                .filter(column -> !unknown.contains(column.name()))
                .toList();
        Schema schema = new Schema(
                TypeUtil.assignIncreasingFreshIds(new Schema(columns)).columns());
        Map<String, String> properties = new HashMap<>(PostTable.properties(IcebergLake.LOCATION));
        properties.put(TableProperties.DEFAULT_NAME_MAPPING, NameMappingParser.toJson(MappingUtil.create(schema)));
        lake.catalog()
                .buildTable(IcebergLake.NAME, schema)
                .withPartitionSpec(PartitionSpec.builderFor(schema)
                        .identity("hashtag")
                        .identity("dt")
                        .build())
                .withLocation(IcebergLake.LOCATION.of("_hashlake/iceberg/" + IcebergLake.NAME))
                .withProperties(properties)
                .create();
    }

    /** Lands a post in a file of that version. */
    void land(long id, String hashtag) throws IOException {
        Set<StoredObject> before = Set.copyOf(lake.store.list(Partition.ROOT));
        Tweet post = TestTweets.tweet(id, hashtag);
        lake.land(post);
        Table<Tweet> table = Table.of(
                "tweet",
                "One post",
                TweetSchema.COLUMNS.stream()
                        .filter(column -> !unknown.contains(column.name()))
                        .toList());
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            for (StoredObject file : lake.store.list(Partition.ROOT)) {
                if (!before.contains(file)) {
                    lake.store.put(file.key(), new TableEncoder<>(table, codecs).encode(List.of(post), Map.of()));
                }
            }
        }
    }
}
