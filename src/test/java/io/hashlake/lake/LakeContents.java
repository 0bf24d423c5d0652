package io.hashlake.lake;

import io.hashlake.lake.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;

/** What stands in a lake, for tests to compare with what should. */
record LakeContents(ObjectStore store) {

    List<StoredObject> files() throws IOException {
        return store.list("tweets/");
    }

    /** One entry for each row, {@code partition id}, sorted: a row that stands twice is here twice. */
    List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TweetReader reader = new TweetReader(store, codecs);
            for (StoredObject file : files()) {
                String partition = file.key().split("/")[1].substring("hashtag=".length());
                LongStream.of(reader.ids(file)).forEach(id -> rows.add(partition + " " + id));
            }
        }
        return rows.stream().sorted().toList();
    }

    static List<String> expected(String partition, long firstId, long lastId) {
        return LongStream.rangeClosed(firstId, lastId)
                .mapToObj(id -> partition + " " + id)
                .sorted()
                .toList();
    }

    List<GenericRecord> records() throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TweetReader reader = new TweetReader(store, codecs);
            for (StoredObject file : files()) {
                records.addAll(reader.rows(file));
            }
        }
        return records;
    }
}
