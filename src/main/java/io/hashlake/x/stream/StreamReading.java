package io.hashlake.x.stream;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.StreamLine;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.StreamBrokenException;
import io.hashlake.x.stream.client.StreamConnection;
import io.hashlake.x.stream.client.StreamConnection.RawLine;
import io.hashlake.x.stream.client.StreamLineParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** Reads one connection until it breaks, and puts its lines into the buffer. Not thread-safe. */
final class StreamReading {

    private static final int KEPT_OF_BROKEN = 64 << 10;
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(1);

    private final String stream;
    private final Followers followers;
    private final Audience audience;
    private final EventBuffer buffer;
    private final boolean payloads;
    private final Clock clock;
    private final StreamConnection connection;
    private final StreamMeter meter;
    private final StreamLineParser parser = new StreamLineParser();
    private final Watermark watermark;
    private Instant heartbeat;

    StreamReading(StreamContext context, StreamConnection connection, StreamMeter meter) {
        this.stream = context.label();
        this.followers = context.followers();
        this.audience = context.audience();
        this.buffer = context.buffer();
        this.payloads = context.settings().keepsPayloads();
        this.clock = context.services().clock();
        this.connection = connection;
        this.meter = meter;
        this.heartbeat = clock.instant();
        this.watermark = new Watermark(heartbeat);
        buffer.signal(new StreamEvent.Connected(heartbeat));
    }

    /** Reads until no source follows the stream any more; a later one gets a new connection. */
    void run() throws StreamBrokenException, InterruptedException {
        while (!followers.active().isEmpty()) {
            meter.await();
            Instant askedAt = clock.instant();
            RawLine raw = connection.next();
            Instant now = clock.instant();
            watermark.waited(raw.waited(), askedAt);
            if (raw.isHeartbeat()) {
                beat();
            } else {
                buffer.put(line(raw, now));
            }
            if (audience.isDue(now)) {
                audience.prepare();
            }
        }
    }

    /** A server may send as many heartbeats as it likes, they must not fill the memory. */
    private void beat() {
        if (watermark.time().isAfter(heartbeat.plus(BETWEEN_HEARTBEATS))) {
            heartbeat = watermark.time();
            buffer.signal(new StreamEvent.Heartbeat(heartbeat));
        }
    }

    private StreamEvent.Line line(RawLine raw, Instant now) throws StreamBrokenException {
        StreamLine line = parse(raw, now);
        meter.count(line, bearer(line));
        line.tweets().forEach(tweet -> watermark.saw(tweet.createdAt(), now));
        Payload payload = payloads ? new Payload(now, raw.bytes()) : null;
        return new StreamEvent.Line(line, raw.bytes().length, payload, watermark.time());
    }

    /** Returns the name to charge: the first source of those that follow the post, or the stream's where none does. */
    private String bearer(StreamLine line) {
        Iterator<StreamSource> owners = audience.of(line).iterator();
        return owners.hasNext() ? owners.next().name() : SpendGuard.STREAMS;
    }

    private StreamLine parse(RawLine raw, Instant now) throws StreamBrokenException {
        if (raw.isCut()) {
            return rejected(raw, now, "the line is " + raw.length() + " bytes long, which is more than is accepted");
        }
        try {
            return parser.parse(raw.bytes(), stream, now);
        } catch (MalformedPageException e) {
            return rejected(raw, now, e.getMessage());
        }
    }

    private StreamLine rejected(RawLine raw, Instant now, String reason) {
        String kept = new String(raw.bytes(), 0, Math.min(raw.bytes().length, KEPT_OF_BROKEN), StandardCharsets.UTF_8);
        return new StreamLine(
                List.of(), List.of(new Rejected(now, stream, Rejected.Stage.PARSE, reason, kept)), List.of());
    }
}
