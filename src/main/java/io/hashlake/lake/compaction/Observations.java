package io.hashlake.lake.compaction;

import io.hashlake.lake.parquet.TweetSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.io.api.Binary;

/** Rows of posts that may stand for the same posts, until there is one of each. Threads may add to it at once. */
final class Observations {

    private static final int ID = TweetSchema.TABLE.index("id");
    private static final int CREATED_AT = TweetSchema.TABLE.index("created_at");
    private static final int OBSERVED_AT = TweetSchema.TABLE.index("observed_at");
    private static final int FOLLOWED = TweetSchema.TABLE.index("followed");

    /** The last one of a post is the newest; of those that were observed at once, the one in the newer file. */
    private static final Comparator<Observation> OLDEST_FIRST = Comparator.comparingLong(
                    (Observation observation) -> observation.number(ID))
            .thenComparingLong(observation -> observation.number(OBSERVED_AT))
            .thenComparingInt(Observation::file);

    private static final Comparator<Object[]> BY_TIME =
            Comparator.<Object[]>comparingLong(row -> (Long) row[CREATED_AT]).thenComparingLong(row -> (Long) row[ID]);

    private final List<Observation> all = new ArrayList<>();

    private record Observation(Object[] row, int file) {
        long number(int column) {
            return (Long) row[column];
        }
    }

    /** @param file tells in which file it was: newer ones have greater numbers */
    synchronized void add(Object[] row, int file) {
        all.add(new Observation(row, file));
    }

    /** The newest row of each post, by time; followed are all hashtags for which any of the post's rows was fetched. */
    List<Object[]> newest() {
        all.sort(OLDEST_FIRST);
        List<Object[]> newest = new ArrayList<>();
        for (Observation next : all) {
            Object[] last = newest.isEmpty() ? null : newest.get(newest.size() - 1);
            if (last == null || !last[ID].equals(next.row[ID])) {
                newest.add(next.row);
            } else {
                next.row[FOLLOWED] = union(last[FOLLOWED], next.row[FOLLOWED]);
                newest.set(newest.size() - 1, next.row);
            }
        }
        newest.sort(BY_TIME);
        return newest;
    }

    /** In the order in which a post has them: that of the characters. */
    private static List<?> union(Object older, Object newer) {
        if (older.equals(newer)) {
            return (List<?>) newer;
        }
        TreeSet<Binary> union = new TreeSet<>(Comparator.comparing(Binary::toStringUsingUTF8));
        ((List<?>) older).forEach(hashtag -> union.add((Binary) hashtag));
        ((List<?>) newer).forEach(hashtag -> union.add((Binary) hashtag));
        return List.copyOf(union);
    }
}
