package io.hashlake.lake.erasure;

import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.parquet.IdRange;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Files of posts without those that were erased. */
final class RewrittenPostFiles extends RewrittenFiles {

    private static final int ID = TweetSchema.TABLE.index("id");
    private static final int AUTHOR = TweetSchema.TABLE.index("author_id");
    private static final int RETWEETED = TweetSchema.TABLE.index("retweeted_id");
    private static final int[] PLACE = IntStream.range(0, TweetSchema.COLUMNS.size())
            .filter(column -> TweetSchema.COLUMNS.get(column).name().startsWith("place_"))
            .toArray();

    private final TableReader reader;
    private final Tombstones tombstones;

    RewrittenPostFiles(TableReader reader, ZstdCodecs codecs, Tombstones tombstones) {
        super(reader, codecs, TweetSchema.TABLE);
        this.reader = reader;
        this.tombstones = tombstones;
    }

    /** From its footer, and from its ids; only a user's posts can be anywhere. */
    @Override
    boolean isUntouched(StoredObject file) throws IOException {
        if (!tombstones.users().isEmpty()) {
            return false;
        }
        IdRange ids = reader.summary(file).ids();
        boolean isOutside = !tombstones.posts().anyWithin(ids.first(), ids.last())
                && !tombstones.places().anyWithin(ids.first(), ids.last());
        return isOutside
                || Arrays.stream(reader.ids(file))
                        .noneMatch(id -> tombstones.posts().contains(id)
                                || tombstones.places().contains(id));
    }

    @Override
    Object[] left(Object[] row) {
        if (tombstones.posts().contains((Long) row[ID])
                || tombstones.users().contains((Long) row[AUTHOR])
                || row[RETWEETED] != null && tombstones.posts().contains((Long) row[RETWEETED])) {
            return null;
        }
        return tombstones.places().contains((Long) row[ID]) ? withoutPlace(row) : row;
    }

    private static Object[] withoutPlace(Object[] row) {
        if (Arrays.stream(PLACE).allMatch(column -> row[column] == null)) {
            return row;
        }
        Object[] left = row.clone();
        Arrays.stream(PLACE).forEach(column -> left[column] = null);
        return left;
    }
}
