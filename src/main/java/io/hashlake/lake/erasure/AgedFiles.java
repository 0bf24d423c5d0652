package io.hashlake.lake.erasure;

import io.hashlake.core.AgedStore;
import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.Swap;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of the lake by the day of their directory, {@code dt=}. They go as compaction removes files, under the same lease, and out
 * of the Iceberg table in the same step.
 *
 * @param store its name
 * @param directory in which the files lie, ending in {@code /}
 * @param swaps those of compaction, with its root
 * @param settleAge from which a file goes: the commit that put it may have to be repeated until then
 */
public record AgedFiles(
        String store, String directory, ObjectStore objects, Swaps swaps, Duration settleAge, Clock clock)
        implements AgedStore {

    private static final Pattern DAY = Pattern.compile(".*/dt=(\\d{4}-\\d{2}-\\d{2})/.*");
    private static final int FILES_PER_SWAP = 1_000;

    @Override
    public String unit() {
        return "file";
    }

    @Override
    public long drop(Instant before) throws IOException {
        objects.open();
        Lease lease = Lease.take(Compactor.ROOT + "lease/", objects, clock)
                .orElseThrow(() -> new IOException("the lake's files are being rewritten by another process just now"));
        try {
            swaps.recover();
            List<String> old = old(before);
            long run = clock.millis();
            for (int from = 0; from < old.size(); from += FILES_PER_SWAP) {
                lease.keep();
                remove(run + from, old.subList(from, Math.min(old.size(), from + FILES_PER_SWAP)));
            }
            return old.size();
        } finally {
            lease.release();
        }
    }

    private void remove(long run, List<String> keys) throws IOException {
        if (!swaps.carryOut(run, new Swap(List.of(), keys))) {
            throw new IOException("files of the Iceberg table hold rows that another program has deleted there: compact"
                    + " them by that program, then run the job again");
        }
    }

    private List<String> old(Instant before) throws IOException {
        LocalDate firstKept = before.atOffset(ZoneOffset.UTC).toLocalDate();
        Instant settled = clock.instant().minus(settleAge);
        return objects.list(directory).stream()
                .filter(file -> isBefore(firstKept, file.key()))
                .filter(file -> TweetFile.of(file)
                        .filter(one -> one.isOlderThan(settled))
                        .isPresent())
                .map(StoredObject::key)
                .toList();
    }

    private static boolean isBefore(LocalDate firstKept, String key) {
        Matcher day = DAY.matcher(key);
        return day.matches() && day.group(1).compareTo(firstKept.toString()) < 0;
    }
}
