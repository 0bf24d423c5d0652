package io.hashlake.lake.erasure;

import io.hashlake.lake.parquet.IdRange;
import io.hashlake.lake.parquet.Release;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of one table without the rows, or parts of rows, that were erased. */
abstract class RewrittenFiles {

    private final TableReader reader;
    private final Table<?> table;
    private final TableEncoder<Object[]> encoder;

    RewrittenFiles(TableReader reader, ZstdCodecs codecs, Table<?> table) {
        this.reader = reader;
        this.table = table;
        this.encoder = new TableEncoder<>(table.stored(), codecs);
    }

    /**
     * A file that is to take the place of another.
     *
     * @param kept rows in it
     * @param removed rows that were removed or changed
     */
    record Rewritten(List<ByteBuffer> content, long kept, long removed) {

        boolean isEmpty() {
            return kept == 0;
        }
    }

    /** Tells from little of the file that it holds nothing of what was erased. */
    abstract boolean isUntouched(StoredObject file) throws IOException;

    /** The row as it may stay: itself where nothing of it was erased, null where all of it was. */
    abstract Object[] left(Object[] row);

    /** Empty where nothing of the file was erased. */
    final Optional<Rewritten> rewritten(StoredObject file) throws IOException {
        if (isUntouched(file)) {
            return Optional.empty();
        }
        Copy copy = new Copy(encoder.open(Map.of("hashlake.version", Release.VERSION)));
        reader.rows(file, table, IdRange.ALL, copy::add);
        List<ByteBuffer> content = copy.target.close();
        return copy.removed == 0 ? Optional.empty() : Optional.of(new Rewritten(content, copy.kept, copy.removed));
    }

    private final class Copy {
        private final TableEncoder.OpenFile<Object[]> target;
        private long kept;
        private long removed;

        Copy(TableEncoder.OpenFile<Object[]> target) {
            this.target = target;
        }

        void add(Object[] row) {
            Object[] left = left(row);
            removed += left == row ? 0 : 1;
            if (left == null) {
                return;
            }
            kept++;
            try {
                target.write(left);
            } catch (IOException e) {
                throw new UncheckedIOException("memory can be written", e);
            }
        }
    }
}
