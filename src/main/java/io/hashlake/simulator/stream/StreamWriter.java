package io.hashlake.simulator.stream;

import io.hashlake.simulator.feed.Outflow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes a stream in batches and notes what went out, just before it does: who has a post finds it in the log. */
final class StreamWriter {

    private static final int BATCH = 64 * 1024;
    private static final byte[] END_OF_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final LineJson lines;
    private final BiConsumer<List<Outflow.Item>, Instant> log;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH + BATCH / 4);
    private final List<Outflow.Item> delivered = new ArrayList<>();
    private long lastWrite = System.nanoTime();
    private volatile Instant writingSince;

    StreamWriter(OutputStream out, LineJson lines, BiConsumer<List<Outflow.Item>, Instant> log) {
        this.out = out;
        this.lines = lines;
        this.log = log;
    }

    void post(Outflow.Item item, Instant now) throws IOException {
        lines.write(batch, item, now);
        batch.write(END_OF_LINE);
        delivered.add(item);
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
        log.accept(delivered, now);
        delivered.clear();
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
