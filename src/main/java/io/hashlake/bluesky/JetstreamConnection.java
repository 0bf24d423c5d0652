package io.hashlake.bluesky;

import io.hashlake.thread.DaemonThreads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An open connection. Its frames are taken one by one; while they are not, the instance is not read either. */
final class JetstreamConnection implements AutoCloseable, WebSocket.Listener {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_WAITING = 1_000;

    /** A frame, or the end of the connection. */
    private record Received(String frame, boolean isCut, JetstreamException end) {}

    private final int maxFrame;
    private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(MAX_WAITING);
    private final StringBuilder parts = new StringBuilder();
    private boolean isCut;
    private volatile boolean isClosed;
    private WebSocket socket;

    private JetstreamConnection(int maxFrame) {
        this.maxFrame = maxFrame;
    }

    /** A client whose threads a connection may hold up. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Executors.newCachedThreadPool(new DaemonThreads("bluesky-socket")))
                .build();
    }

    /** @throws JetstreamException if the instance cannot be reached, or refuses */
    static JetstreamConnection open(HttpClient client, URI address, String userAgent, int maxFrame)
            throws JetstreamException {
        JetstreamConnection connection = new JetstreamConnection(maxFrame);
        try {
            connection.socket = client.newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .header("User-Agent", userAgent)
                    .buildAsync(address, connection)
                    .join();
            return connection;
        } catch (CompletionException | IllegalArgumentException e) {
            throw refused(address, e.getCause() == null ? e : e.getCause());
        }
    }

    private static JetstreamException refused(URI address, Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refusal) {
            return new JetstreamException(
                    "refused",
                    address.getHost() + " refused the connection: HTTP "
                            + refusal.getResponse().statusCode());
        }
        return new JetstreamException("network", address.getHost() + " cannot be reached: " + cause);
    }

    /** A frame as it was received. */
    record Frame(String text, boolean isCut) {}

    /**
     * Returns the next frame; null if none comes in time.
     *
     * @throws JetstreamException if the connection has ended
     */
    Frame next(Duration timeout) throws JetstreamException, InterruptedException {
        Received next = received.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            return null;
        }
        if (next.end() != null) {
            throw next.end();
        }
        return new Frame(next.frame(), next.isCut());
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        int room = maxFrame - parts.length();
        isCut |= data.length() > room;
        parts.append(data, 0, Math.min(room, data.length()));
        if (last) {
            put(new Received(parts.toString(), isCut, null));
            parts.setLength(0);
            isCut = false;
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        put(end("the instance closed the connection: " + status + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        put(end("the connection broke: " + error));
    }

    private static Received end(String message) {
        return new Received(null, false, new JetstreamException("network", message));
    }

    /** Waits for room, which holds the instance up. */
    private void put(Received next) {
        try {
            while (!isClosed && !received.offer(next, 1, TimeUnit.SECONDS)) {
                // It is read slowly, or about to be closed.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        socket.abort();
    }
}
