package io.hashlake.simulator.stream;

import com.sun.net.httpserver.HttpExchange;
import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.feed.StreamContent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;

/** An open stream, from its opening to its end. */
public final class ServedStream {

    /** The outcome of one that was closed on demand. */
    static final String CLOSED = "closed";

    private static final String CLIENT_GONE = "client-gone";
    private static final long TICK_MILLIS = 50;
    private static final long PROBE_MILLIS = 5;
    private static final int PROBES = 3;

    private final String path;
    private final int number;
    private final Output source;
    private final ServedStreams connections;
    private Thread writer;
    private boolean isEnded;
    private String forced = CLIENT_GONE;
    private int probes;
    private volatile StreamFlow flow;

    /** Content of the stream and its format. */
    record Output(StreamContent feed, Outflow outflow, LineJson lines) {}

    ServedStream(String path, int number, Output source, ServedStreams connections) {
        this.path = path;
        this.number = number;
        this.source = source;
        this.connections = connections;
    }

    String path() {
        return path;
    }

    int number() {
        return number;
    }

    Output source() {
        return source;
    }

    /** Streams until the stream ends, for whatever reason. The exchange is then to be closed. */
    public void run(HttpExchange exchange) {
        String outcome = CLOSED;
        enter();
        try {
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            flow = connections.flow(this, exchange.getResponseBody());
            outcome = flow.run();
        } catch (IOException e) {
            outcome = forced();
        } finally {
            leave();
            connections.closed(this, outcome, outcome.equals(CLIENT_GONE));
        }
    }

    /** Lets the stream end as soon as the client takes what is on its way. */
    synchronized void end() {
        isEnded = true;
        notifyAll();
    }

    /** Ends the stream at once, in the middle of whatever is on its way. */
    synchronized void drop(String outcome) {
        isEnded = true;
        forced = outcome;
        if (writer != null) {
            writer.interrupt();
        }
    }

    /** Has heartbeats sent, so that it shows if the client is gone: the first is lost, the second fails. */
    synchronized void probe() {
        probes = PROBES;
        notifyAll();
    }

    /** Returns whether the client has not read for so long that nothing can be sent to it any more. */
    boolean isStuck(Instant now) {
        StreamFlow flowing = flow;
        return flowing != null && flowing.isStuck(now);
    }

    synchronized boolean isEnded() {
        return isEnded;
    }

    /** Returns whether a heartbeat was requested; each request is reported once. */
    synchronized boolean isProbed() {
        if (probes == 0) {
            return false;
        }
        probes--;
        return true;
    }

    /** Waits until it is time to look for posts again. */
    synchronized void pause() throws IOException {
        try {
            if (!isEnded) {
                wait(probes > 0 ? PROBE_MILLIS : TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the simulator is closed");
        }
    }

    private synchronized String forced() {
        return forced;
    }

    private synchronized void enter() {
        writer = Thread.currentThread();
    }

    private synchronized void leave() {
        writer = null;
        Thread.interrupted();
    }
}
