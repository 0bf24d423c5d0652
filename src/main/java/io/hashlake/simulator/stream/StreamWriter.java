package io.hashlake.simulator.stream;

import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.truth.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a stream in batches and notes what went out, just before it does: who has a post finds it in the log. */
final class StreamWriter {

    private static final int BATCH = 64 * 1024;
    private static final byte[] END_OF_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final LineJson lines;
    private final DeliveryLog log;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH + BATCH / 4);
    private final List<Outflow.Item> delivered = new ArrayList<>();
    private final Set<Long> includedPosts = new HashSet<>();
    private final Set<Integer> users = new HashSet<>();
    private long lastWrite = System.nanoTime();
    private volatile Instant writingSince;

    /** Hears what goes out. */
    @FunctionalInterface
    interface DeliveryLog {
        void delivered(List<Outflow.Item> items, Served included, Instant at);
    }

    StreamWriter(OutputStream out, LineJson lines, DeliveryLog log) {
        this.out = out;
        this.lines = lines;
        this.log = log;
    }

    void post(Outflow.Item item, Instant now) throws IOException {
        Served included = lines.write(batch, item, now);
        batch.write(END_OF_LINE);
        delivered.add(item);
        includedPosts.addAll(included.includedPosts());
        users.addAll(included.users());
    }

    /** Begins a post that is not ended. */
    void half(Outflow.Item item, Instant now) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        lines.write(line, item, now);
        batch.write(line.toByteArray(), 0, line.size() / 2);
    }

    /** A line that is no JSON. */
    void broken(Outflow.Item item, Instant now) throws IOException {
        half(item, now);
        batch.write(END_OF_LINE);
    }

    void disconnect(String type) throws IOException {
        lines.writeDisconnect(batch, type);
        batch.write(END_OF_LINE);
    }

    void heartbeat(Instant now) throws IOException {
        batch.write(END_OF_LINE);
        flush(now);
    }

    boolean isFull() {
        return batch.size() >= BATCH;
    }

    long nanosSinceLastWrite() {
        return System.nanoTime() - lastWrite;
    }

    void flush(Instant now) throws IOException {
        if (batch.size() == 0) {
            return;
        }
        log.delivered(delivered, new Served(List.of(), includedPosts, users, 0), now);
        delivered.clear();
        includedPosts.clear();
        users.clear();
        writingSince = now;
        batch.writeTo(out);
        out.flush();
        writingSince = null;
        batch.reset();
        lastWrite = System.nanoTime();
    }

    /** Returns since when the client has not read what is written; null if nothing is on its way. */
    Instant writingSince() {
        return writingSince;
    }

    /** Drops the connection: an interrupted thread that writes to it closes it. */
    void drop() {
        Thread.currentThread().interrupt();
        try {
            out.write(END_OF_LINE);
            out.flush();
        } catch (IOException e) {
            Thread.interrupted();
        }
    }
}
