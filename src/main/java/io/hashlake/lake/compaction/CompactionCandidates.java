package io.hashlake.lake.compaction;

import io.hashlake.lake.commit.StandingFiles;
import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Partition;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the partitions that are worth compacting, and what of them may be touched. */
final class CompactionCandidates {

    /** Age of the newest file after which a partition is not expected to get more: two small files are enough then. */
    private static final Duration QUIET = Duration.ofDays(1);

    private final ObjectStore store;
    private final StandingFiles standing;
    private final CompactionConfig config;
    private final Clock clock;

    /**
     * The files of a partition that may be replaced.
     *
     * @param fragments those that are small, or were never compacted
     * @param full those that need a look only where they may hold the same posts
     */
    record Candidate(String directory, List<TweetFile> fragments, List<TweetFile> full) {

        /** The same without one of its files. */
        Candidate without(String key) {
            return new Candidate(directory, without(key, fragments), without(key, full));
        }

        private static List<TweetFile> without(String key, List<TweetFile> files) {
            return files.stream().filter(file -> !file.key().equals(key)).toList();
        }
    }

    CompactionCandidates(ObjectStore store, StandingFiles standing, CompactionConfig config, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Files first, intents after them: what is taken back between the two is gone when it is to be read, for it goes before
     * its intent does.
     *
     * @param replaceable tells of a key whether the file may be replaced at all
     */
    List<Candidate> find(Predicate<String> replaceable) throws IOException {
        Map<String, List<TweetFile>> partitions = new TreeMap<>();
        for (ObjectStore.StoredObject object : store.list(Partition.ROOT)) {
            TweetFile.of(object).ifPresent(file -> partitions
                    .computeIfAbsent(file.directory(), absent -> new ArrayList<>())
                    .add(file));
        }
        Set<String> rollbackable = standing.keys();
        Predicate<TweetFile> touchable = file -> replaceable.test(file.key()) && isSettled(file, rollbackable);
        Map<String, Candidate> due = new LinkedHashMap<>();
        partitions.forEach((directory, files) -> {
            Candidate candidate = candidate(directory, files, touchable);
            if (candidate.fragments().size() >= enough(files)) {
                due.put(directory, candidate);
            }
        });
        return List.copyOf(due.values());
    }

    private boolean isSettled(TweetFile file, Set<String> rollbackable) {
        Instant settled = clock.instant().minus(config.settleAge());
        return file.isCompacted() || file.isOlderThan(settled) && !rollbackable.contains(file.key());
    }

    private Candidate candidate(String directory, List<TweetFile> files, Predicate<TweetFile> touchable) {
        List<TweetFile> touched = files.stream().filter(touchable).toList();
        return new Candidate(
                directory,
                touched.stream().filter(file -> !isFull(file)).toList(),
                touched.stream().filter(this::isFull).toList());
    }

    private boolean isFull(TweetFile file) {
        return file.isFull() || file.isCompacted() && file.object().size() >= config.targetSize() / 2;
    }

    private int enough(List<TweetFile> files) {
        Instant quiet = clock.instant().minus(QUIET);
        return files.stream().allMatch(file -> file.isOlderThan(quiet)) ? 2 : config.minFiles();
    }
}
