package io.hashlake.x.stream;

import io.hashlake.tweet.Snowflake;
import io.hashlake.x.stream.client.StreamBrokenException;
import io.hashlake.x.stream.client.StreamConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that a test writes to. */
public final class FakeConnection implements StreamConnection {

    private final BlockingQueue<Object> coming = new LinkedBlockingQueue<>();
    final AtomicInteger read = new AtomicInteger();
    volatile boolean closed;

    @Override
    public RawLine next() throws StreamBrokenException, InterruptedException {
        long started = System.nanoTime();
        Object next = coming.take();
        Duration waited = Duration.ofNanos(System.nanoTime() - started);
        read.incrementAndGet();
        if (next instanceof StreamBrokenException broken) {
            throw broken;
        }
        byte[] bytes = ((String) next).getBytes(StandardCharsets.UTF_8);
        return new RawLine(bytes, bytes.length, waited);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** How many lines were read so far. */
    public int lines() {
        return read.get();
    }

    public void send(String line) {
        coming.add(line);
    }

    public void heartbeat() {
        coming.add("");
    }

    void breakOff(String type) {
        coming.add(new StreamBrokenException(type, "as told"));
    }

    /** A post that was written just now, matched by these rules. */
    public static String post(long number, String hashtag, String... ruleIds) {
        return post(number, Instant.now(), hashtag, ruleIds);
    }

    static String post(long number, Instant createdAt, String hashtag, String... ruleIds) {
        StringBuilder rules = new StringBuilder();
        for (String id : ruleIds) {
            rules.append(rules.isEmpty() ? "" : ",").append("{\"id\":\"" + id + "\",\"tag\":\"t\"}");
        }
        return "{\"data\":{\"id\":\"" + id(number) + "\",\"text\":\"#" + hashtag
                + "\",\"author_id\":\"5\",\"created_at\":\""
                + createdAt + "\",\"entities\":{\"hashtags\":[{\"start\":0,\"end\":3,\"tag\":\"" + hashtag
                + "\"}]}},\"matching_rules\":[" + rules + "]}";
    }

    public static long id(long number) {
        return Snowflake.firstAt(Instant.parse("2026-11-22T00:00:00Z")) + number;
    }
}
