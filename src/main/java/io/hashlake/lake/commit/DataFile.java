package io.hashlake.lake.commit;

import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.store.Directory;
import io.hashlake.lake.store.KeyName;
import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file that is about to be put. It is encoded when it is first needed, and once. */
public final class DataFile {

    public static final String EXTENSION = ".zstd.parquet";

    /** Ends the name, before the extension, of the last one of several files that were written at once. */
    public static final String LAST = "-last";

    private final String key;
    private final Directory directory;
    private final List<BufferedRow> rows;
    private List<ByteBuffer> content;
    private boolean isPut;
    private long size;

    private DataFile(String key, Directory directory, List<BufferedRow> rows) {
        this.key = key;
        this.directory = directory;
        this.rows = rows;
    }

    /** The name starts with the ordinal: the newest file of a directory comes last in a listing. */
    static DataFile of(OpenCommit<?> epoch, long ordinal, Directory directory, List<BufferedRow> rows) {
        String name = WriteAheadRecord.ordinalName(ordinal) + "-" + KeyName.of(epoch.origin()) + "-"
                + KeyName.of(epoch.start());
        return new DataFile(directory.path() + name + EXTENSION, directory, rows);
    }

    public static boolean isName(String key) {
        return key.endsWith(EXTENSION);
    }

    String key() {
        return key;
    }

    boolean isPut() {
        return isPut;
    }

    int rowCount() {
        return rows.size();
    }

    /** In bytes; 0 before it is put. */
    long size() {
        return size;
    }

    /** Its rows, if it is in this directory. */
    Stream<BufferedRow> rowsIn(Directory wanted) {
        return directory.equals(wanted) ? rows.stream() : Stream.empty();
    }

    void put(ObjectStore store, TableEncoder<BufferedRow> encoder, Map<String, String> metadata) throws IOException {
        if (content == null) {
            content = encoder.encode(rows, metadata);
        }
        store.put(key, content);
        size = content.stream().mapToLong(ByteBuffer::remaining).sum();
        isPut = true;
        content = null;
    }
}
