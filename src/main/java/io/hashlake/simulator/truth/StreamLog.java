package io.hashlake.simulator.truth;

import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.world.PostTimeline;
import io.hashlake.simulator.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Log of what was sent over each stream: the newest deliveries, in order, and the newest sessions. */
public final class StreamLog {

    private static final int CHUNK = 1 << 14;
    private static final int SESSIONS = 10_000;

    private final PostTimeline timeline;
    private final int chunksKept;
    private final TreeMap<Integer, StreamSession> sessions = new TreeMap<>();
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private int opened;

    public StreamLog(World world) {
        this.timeline = world.timeline();
        this.chunksKept = world.settings().retained() / CHUNK + 2;
    }

    /** Notes a new session and numbers it. */
    public synchronized int open(String path, Instant at) {
        sessions.put(++opened, new StreamSession(opened, path, at, null, null, 0));
        if (sessions.size() > SESSIONS) {
            sessions.pollFirstEntry();
        }
        return opened;
    }

    public synchronized void close(int session, Instant at, String outcome) {
        sessions.computeIfPresent(session, (number, open) -> open.closed(at, outcome));
    }

    synchronized void add(int session, List<Outflow.Item> items, Instant at) {
        sessions.computeIfPresent(session, (number, open) -> open.and(items.size()));
        for (Outflow.Item item : items) {
            if (chunks.isEmpty() || chunks.getLast().isFull()) {
                chunks.add(new Chunk());
            }
            chunks.getLast().add(session, item, at);
        }
        while (chunks.size() > chunksKept) {
            chunks.removeFirst();
        }
    }

    public synchronized List<StreamSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Hands on what was delivered so far, oldest first. */
    public void forEach(Consumer<StreamDelivery> action) {
        List<Chunk> all = new ArrayList<>();
        int last;
        synchronized (this) {
            all.addAll(chunks);
            last = chunks.isEmpty() ? 0 : chunks.getLast().size;
        }
        for (Chunk chunk : all) {
            int size = chunk == all.get(all.size() - 1) ? last : CHUNK;
            for (int i = 0; i < size; i++) {
                action.accept(chunk.delivery(i, timeline));
            }
        }
    }

    /** Many deliveries. What was added never changes. */
    private static final class Chunk {

        private final int[] sessions = new int[CHUNK];
        private final long[] numbers = new long[CHUNK];
        private final long[] times = new long[CHUNK];
        private final List<List<SimulatedRule>> rules = new ArrayList<>(CHUNK);
        private int size;

        boolean isFull() {
            return size == CHUNK;
        }

        void add(int session, Outflow.Item item, Instant at) {
            sessions[size] = session;
            numbers[size] = item.plan().number();
            times[size] = at.toEpochMilli();
            rules.add(item.rules());
            size++;
        }

        StreamDelivery delivery(int place, PostTimeline timeline) {
            List<String> tags = rules.get(place).stream()
                    .map(rule -> rule.tag() == null ? rule.value() : rule.tag())
                    .toList();
            return new StreamDelivery(
                    sessions[place],
                    timeline.id(numbers[place]),
                    timeline.createdAt(numbers[place]),
                    Instant.ofEpochMilli(times[place]),
                    tags);
        }
    }
}
