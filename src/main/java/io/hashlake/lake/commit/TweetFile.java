package io.hashlake.lake.commit;

import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of posts as its name tells it.
 *
 * @param ordinal when it was put by a sink, in milliseconds since 1970; of a compacted file, just after the newest one that it
 *     replaced
 * @param isFull whether it was compacted and has reached the size that was wanted then
 * @param isCompacted whether it was written by a compaction
 */
public record TweetFile(StoredObject object, long ordinal, boolean isCompacted, boolean isFull) {

    /** Compacted files are named so that they are listed after those that they replaced. */
    private static final String COMPACTED = "compacted";

    private static final Pattern NAME = Pattern.compile("(.*/)(\\d{16})-(" + COMPACTED + "-)?(.*)");

    /** Empty if no sink and no compaction has given it this name. */
    public static Optional<TweetFile> of(StoredObject object) {
        Matcher name = NAME.matcher(object.key());
        if (!name.matches() || !DataFile.isName(object.key())) {
            return Optional.empty();
        }
        boolean isCompacted = name.group(3) != null;
        boolean isLast = object.key().endsWith(DataFile.LAST + DataFile.EXTENSION);
        return Optional.of(new TweetFile(object, Long.parseLong(name.group(2)), isCompacted, isCompacted && !isLast));
    }

    /** Returns the prefix for the keys of the files that replace those up to this ordinal. */
    public static String compactedName(String directory, long newestOrdinal, long run) {
        return directory + WriteAheadRecord.ordinalName(newestOrdinal + 1) + "-" + COMPACTED + "-" + run + "-";
    }

    /** Returns the key of the file that has the place of this one after rows were taken out of it. */
    public String rewrittenKey(long run) {
        String kind = isCompacted ? COMPACTED : "rewritten";
        String last = isCompacted && !isFull ? DataFile.LAST : "";
        return directory() + WriteAheadRecord.ordinalName(ordinal + 1) + "-" + kind + "-" + run + last
                + DataFile.EXTENSION;
    }

    public String key() {
        return object.key();
    }

    /** Its directory, ending in {@code /}. */
    public String directory() {
        return key().substring(0, key().lastIndexOf('/') + 1);
    }

    public boolean isOlderThan(Instant time) {
        return ordinal < time.toEpochMilli();
    }
}
