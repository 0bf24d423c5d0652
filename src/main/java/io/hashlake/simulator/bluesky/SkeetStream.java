package io.hashlake.simulator.bluesky;

import io.hashlake.simulator.world.PostTimeline;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** One connection's stream. */
final class SkeetStream {

    private static final long TICK = 20;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int DEEP = 1_000;
    private static final int HUGE = 2_000_000;
    private static final int JUMP = 100;

    private final SkeetFrames frames;
    private final Queue<JetstreamFault> faults;
    private final PostTimeline timeline;
    private final Clock clock;

    SkeetStream(SkeetFrames frames, Queue<JetstreamFault> faults, PostTimeline timeline, Clock clock) {
        this.frames = frames;
        this.faults = faults;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Sends frames from the post with this number on, as they are written, until the client goes or a fault ends it.
     *
     * @param begin time of the first frame
     */
    void send(long first, Instant begin, WebSocketReply reply) throws IOException, InterruptedException {
        reply.send(frames.ofNoPost(begin));
        long next = first;
        Instant sentAt = clock.instant();
        while (true) {
            Instant now = clock.instant();
            while (next < timeline.end() && !timeline.createdAt(next).isAfter(now)) {
                next = strike(faults.poll(), next, reply);
                for (String frame : frames.at(next)) {
                    reply.send(frame);
                }
                next++;
                sentAt = now;
            }
            if (sentAt.plus(QUIET).isBefore(now)) {
                reply.send(frames.ofNoPost(now));
                sentAt = now;
            }
            TimeUnit.MILLISECONDS.sleep(TICK);
        }
    }

    /** Returns the number of the post with which the stream goes on. */
    private long strike(JetstreamFault fault, long next, WebSocketReply reply)
            throws IOException, InterruptedException {
        if (fault == null) {
            return next;
        }
        switch (fault) {
            case HANG_UP -> throw new IOException("a fault");
            case SILENCE -> TimeUnit.DAYS.sleep(1);
            case BROKEN_JSON -> reply.send("{\"did\":\"did:plc:broken\",");
            case DEEP_JSON -> reply.send("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
            case HUGE_FRAME -> reply.send("{\"did\":\"" + "x".repeat(HUGE) + "\"}");
            case NO_TEXT -> reply.send(frames.withoutText(next));
            case JUMP_BACK -> {
                return Math.max(timeline.first(), next - JUMP);
            }
        }
        return next;
    }
}
