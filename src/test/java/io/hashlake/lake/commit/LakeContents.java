package io.hashlake.lake.commit;

import io.hashlake.lake.parquet.RawRow;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;

/** What stands in a lake, for tests to compare with what should. */
public record LakeContents(ObjectStore store) {

    public List<StoredObject> files() throws IOException {
        return store.list("tweets/");
    }

    /** One entry for each row, {@code partition id}, sorted: a row that stands twice is here twice. */
    public List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            for (StoredObject file : files()) {
                String partition = file.key().split("/")[1].substring("hashtag=".length());
                LongStream.of(reader.ids(file)).forEach(id -> rows.add(partition + " " + id));
            }
        }
        return rows.stream().sorted().toList();
    }

    public static List<String> expected(String partition, long firstId, long lastId) {
        return LongStream.rangeClosed(firstId, lastId)
                .mapToObj(id -> partition + " " + id)
                .sorted()
                .toList();
    }

    /** One entry for each payload, {@code source payload}, sorted. */
    public List<String> payloads() throws IOException {
        List<String> payloads = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            for (StoredObject file : store.list(RawSink.DIRECTORY)) {
                String source = file.key().split("/")[1].substring("source=".length());
                reader.rows(file, RawRow.TABLE)
                        .forEach(row -> payloads.add(
                                source + " " + StandardCharsets.UTF_8.decode((ByteBuffer) row.get("payload"))));
            }
        }
        return payloads.stream().sorted().toList();
    }

    public List<GenericRecord> records() throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            for (StoredObject file : files()) {
                records.addAll(reader.rows(file, TweetSchema.TABLE));
            }
        }
        return records;
    }
}
