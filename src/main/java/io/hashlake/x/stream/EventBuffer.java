package io.hashlake.x.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Holds events that were read and not taken yet, up to a limit. For one producer thread and one consumer thread. */
final class EventBuffer {

    private static final long GATHERING_MILLIS = 10;

    private final int maxLines;
    private final long maxBytes;
    private final Queue<StreamEvent> events = new ArrayDeque<>();
    private int lines;
    private long bytes;
    private boolean isTakerWaiting;

    EventBuffer(int maxLines, long maxBytes) {
        this.maxLines = maxLines;
        this.maxBytes = maxBytes;
    }

    /** Adds a line; waits while there is no room. A line larger than the whole buffer has it for itself. */
    synchronized void put(StreamEvent.Line line) throws InterruptedException {
        while (lines > 0 && (lines >= maxLines || bytes + line.size() > maxBytes)) {
            wait();
        }
        lines++;
        bytes += line.size();
        add(line);
    }

    /** Adds what needs no room. */
    synchronized void signal(StreamEvent event) {
        add(event);
    }

    private void add(StreamEvent event) {
        events.add(event);
        if (isTakerWaiting) {
            notifyAll();
        }
    }

    /** Takes the next event, after the last one was dealt with; null if none comes in time. */
    synchronized StreamEvent poll(Duration timeout) throws InterruptedException {
        if (events.isEmpty()) {
            isTakerWaiting = true;
            notifyAll();
            wait(Math.max(1, timeout.toMillis()));
            gather();
        }
        StreamEvent event = events.poll();
        isTakerWaiting &= event == null;
        if (event instanceof StreamEvent.Line line) {
            lines--;
            bytes -= line.size();
            notifyAll();
        }
        return event;
    }

    /** Waits for more lines: they come in bursts, and waking the taker for each would cost more than handling it. */
    private void gather() throws InterruptedException {
        if (lines > 0 && lines < maxLines) {
            isTakerWaiting = false;
            wait(GATHERING_MILLIS);
        }
    }

    /** Waits until everything was taken and dealt with. */
    synchronized void awaitDrained() throws InterruptedException {
        while (!events.isEmpty() || !isTakerWaiting) {
            wait();
        }
    }

    /** Returns the number of bytes in the buffer. */
    synchronized long bytes() {
        return bytes;
    }
}
