package io.hashlake.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bills what is read: a resource once per day, in UTC, however often it is read. */
public final class Billing {

    private static final int DAYS_KEPT = 90;

    private final TreeMap<LocalDate, BilledDay> past = new TreeMap<>();
    private LocalDate today = LocalDate.MIN;
    private Read read = new Read();

    synchronized void add(Served served, Instant at) {
        if (!day(at).equals(today)) {
            close();
            today = day(at);
        }
        read.add(served);
    }

    /** Returns the days on which anything was read, oldest first. */
    public synchronized List<BilledDay> days() {
        TreeMap<LocalDate, BilledDay> all = new TreeMap<>(past);
        if (!today.equals(LocalDate.MIN)) {
            all.put(today, read.billed(today));
        }
        return List.copyOf(all.values());
    }

    /** Returns the posts of the last days up to today, oldest first, those without any included. */
    public Map<LocalDate, Long> posts(Instant now, int days) {
        Map<LocalDate, Long> usage = new LinkedHashMap<>();
        for (int back = days - 1; back >= 0; back--) {
            usage.put(day(now).minusDays(back), 0L);
        }
        days().forEach(day -> usage.computeIfPresent(day.day(), (date, none) -> day.posts()));
        return usage;
    }

    public long postsOfMonth(Instant now) {
        LocalDate first = day(now).withDayOfMonth(1);
        return days().stream()
                .filter(day -> !day.day().isBefore(first))
                .mapToLong(BilledDay::posts)
                .sum();
    }

    private void close() {
        if (!today.equals(LocalDate.MIN)) {
            past.put(today, read.billed(today));
        }
        if (past.size() >= DAYS_KEPT) {
            past.pollFirstEntry();
        }
        read = new Read();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Resources that were read on one day. */
    private static final class Read {

        private final Numbers posts = new Numbers();
        private final Numbers included = new Numbers();
        private final BitSet users = new BitSet();
        private long counts;

        void add(Served served) {
            served.posts().forEach(posts::add);
            served.includedPosts().forEach(included::add);
            served.users().forEach(users::set);
            counts += served.counts();
        }

        BilledDay billed(LocalDate day) {
            return new BilledDay(day, posts.size(), included.without(posts), users.cardinality(), counts);
        }
    }

    /** Set of numbers that lie close to each other. */
    private static final class Numbers {

        private static final int CHUNK = 1 << 14;

        private final TreeMap<Long, BitSet> chunks = new TreeMap<>();

        void add(long number) {
            chunks.computeIfAbsent(number / CHUNK, chunk -> new BitSet(CHUNK)).set((int) (number % CHUNK));
        }

        long size() {
            return chunks.values().stream().mapToLong(BitSet::cardinality).sum();
        }

        long without(Numbers others) {
            return chunks.entrySet().stream()
                    .mapToLong(chunk -> {
                        BitSet rest = (BitSet) chunk.getValue().clone();
                        rest.andNot(others.chunks.getOrDefault(chunk.getKey(), new BitSet()));
                        return rest.cardinality();
                    })
                    .sum();
        }
    }
}
