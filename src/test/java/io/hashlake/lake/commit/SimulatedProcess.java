package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import io.hashlake.core.Payload;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A process that reads sources from their cursors to their ends in batches of random size, commits now and then and moves
 * the cursors afterwards. It can be killed before every operation on the store or the cursors.
 */
public final class SimulatedProcess {

    /** The end of the process. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /**
     * What happens in a process beside reading and committing, each with this probability after a batch.
     *
     * @param commit everything is committed, and the cursors move
     * @param lag a commit is not followed by the cursors' move
     * @param goBack the source reads again from its cursor
     */
    public record Behaviour(double commit, double lag, double goBack) {}

    /** The fate of a process that is killed before the operation of this number. */
    public static IntConsumer killedBefore(int killedAt) {
        return operation -> {
            if (operation == killedAt) {
                throw new Killed();
            }
        };
    }

    /** The fate of one that is not. */
    public static final IntConsumer SPARED = operation -> {};

    /** Makes the sink that the process writes to. */
    @FunctionalInterface
    public interface SinkMaker {
        Sink over(ObjectStore store, Parallel parallel, Cursors cursors);

        static SinkMaker lake(LakeConfig settings) {
            return (store, parallel, cursors) -> new LakeSink(
                    new Quarantine(store, DamageListener.NONE),
                    parallel,
                    settings,
                    cursors,
                    letters -> {},
                    new FakeClock(TestTweets.START));
        }

        static SinkMaker raw() {
            Rotation rotation = new Rotation(100_000, 64 << 20, Duration.ofSeconds(10));
            return (store, parallel, cursors) -> new RawSink(
                    new Quarantine(store, DamageListener.NONE),
                    parallel,
                    rotation,
                    cursors,
                    new FakeClock(TestTweets.START));
        }
    }

    /** One operation after the other in any order: whenever the process is killed, any of them may have been carried out. */
    public record Shuffled(Random random) implements Parallel {
        @Override
        public <T> void forEach(List<T> items, Operation<T> operation) throws IOException {
            List<T> shuffled = new ArrayList<>(items);
            Collections.shuffle(shuffled, random);
            for (T item : shuffled) {
                operation.on(item);
            }
        }
    }

    /** A source whose positions are ticks; some of them bring a tweet, the others nothing. */
    public record Source(String name, Map<Integer, Tweet> ticks, int end) {}

    private final List<Source> sources;
    private final Cursors cursors;
    private final Sink sink;
    private final Behaviour behaviour;
    private final Random random;
    private final String fresh;
    private final Map<String, Integer> read = new HashMap<>();
    private final IntConsumer fate;
    private int operations;

    /** @param fate called before each operation with its number, from 0; it may end the process */
    public SimulatedProcess(
            List<Source> sources,
            ObjectStore store,
            MemoryCursors cursors,
            SinkMaker sink,
            Behaviour behaviour,
            long seed,
            IntConsumer fate) {
        this.sources = sources;
        this.behaviour = behaviour;
        this.random = new Random(seed);
        this.fresh = "fresh-" + seed;
        this.fate = fate;
        this.cursors = new Cursors() {
            @Override
            public Optional<String> position(String origin) throws IOException {
                operation();
                return cursors.position(origin);
            }

            @Override
            public void advance(String origin, String position) throws IOException {
                operation();
                cursors.advance(origin, position);
            }
        };
        this.sink = sink.over(
                new InterruptedStore(store, operation -> operation()), new Shuffled(new Random(seed)), this.cursors);
    }

    private void operation() {
        fate.accept(operations++);
    }

    /** Runs until all sources are at their ends, or it is killed. */
    public void run() throws IOException {
        sink.open();
        for (Source source : sources) {
            startAtCursor(source);
        }
        for (Optional<Source> next = next(); next.isPresent(); next = next()) {
            step(next.get());
        }
        commitAndAdvance();
    }

    private Optional<Source> next() {
        List<Source> unfinished = new ArrayList<>(sources.stream()
                .filter(source -> read.get(source.name()) < source.end())
                .toList());
        unfinished.sort(Comparator.comparing(Source::name));
        return unfinished.isEmpty() ? Optional.empty() : Optional.of(unfinished.get(random.nextInt(unfinished.size())));
    }

    private void startAtCursor(Source source) throws IOException {
        read.put(
                source.name(),
                cursors.position(source.name()).map(Integer::valueOf).orElse(0));
    }

    private void step(Source source) throws IOException {
        int from = read.get(source.name());
        int to = Math.min(source.end(), from + 1 + random.nextInt(6));
        List<Tweet> tweets = IntStream.range(from, to)
                .filter(source.ticks()::containsKey)
                .mapToObj(source.ticks()::get)
                .toList();
        List<Payload> payloads = tweets.stream()
                .map(tweet ->
                        new Payload(TestTweets.NOON, Long.toString(tweet.id()).getBytes(StandardCharsets.UTF_8)))
                .toList();
        sink.write(new TweetBatch(source.name(), position(from), position(to), tweets, List.of(), payloads));
        read.put(source.name(), to);
        if (random.nextDouble() < behaviour.commit()) {
            commitAndMaybeAdvance();
        }
        if (random.nextDouble() < behaviour.goBack()) {
            startAtCursor(source);
        }
    }

    private String position(int tick) {
        return tick == 0 ? fresh : Integer.toString(tick);
    }

    private void commitAndMaybeAdvance() throws IOException {
        if (random.nextDouble() < behaviour.lag()) {
            sink.commit();
        } else {
            commitAndAdvance();
        }
    }

    private void commitAndAdvance() throws IOException {
        sink.commit();
        for (Source source : sources) {
            if (read.get(source.name()) > 0) {
                cursors.advance(source.name(), position(read.get(source.name())));
            }
        }
    }
}
