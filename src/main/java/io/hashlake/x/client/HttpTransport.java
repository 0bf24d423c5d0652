package io.hashlake.x.client;

import io.hashlake.x.client.body.BoundedBody;
import io.hashlake.x.client.body.StreamBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches over HTTP, within limits of time and size. Redirects are not followed: the token is for one host. */
final class HttpTransport {

    private final XSettings settings;
    private final HttpClient client;

    HttpTransport(XSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeouts().connect())
                .build();
    }

    HttpReply get(URI uri) throws InterruptedException, TransportException {
        return exchange("GET", uri, null);
    }

    /** @param json what to send along; null for nothing */
    HttpReply exchange(String method, URI uri, byte[] json) throws InterruptedException, TransportException {
        HttpRequest request = request(method, uri, json);
        Deadline patience =
                new Deadline(settings.timeouts().silence(), settings.timeouts().total());
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request, head -> {
            patience.progressed();
            return new BoundedBody(settings.config().maxBodyBytes(), patience::progressed);
        });
        try {
            HttpResponse<byte[]> response = await(pending, patience);
            return new HttpReply(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    /**
     * Asks for a body without end, which is to be read, and closed, by the caller. Where there is none, the reply holds the
     * error's body.
     */
    HttpReply open(URI uri) throws InterruptedException, TransportException {
        Deadline patience =
                new Deadline(settings.timeouts().silence(), settings.timeouts().total());
        CompletableFuture<HttpResponse<StreamBody>> pending = client.sendAsync(
                request("GET", uri, null),
                head -> new StreamBody(settings.timeouts().silence()));
        try {
            HttpResponse<StreamBody> response = await(pending, patience);
            if (response.statusCode() == 200) {
                return new HttpReply(200, response.headers(), new byte[0], response.body());
            }
            try (StreamBody body = response.body()) {
                return new HttpReply(
                        response.statusCode(),
                        response.headers(),
                        body.readNBytes(settings.config().maxBodyBytes()));
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (IOException e) {
            throw failure(e);
        } finally {
            pending.cancel(true);
        }
    }

    private HttpRequest request(String method, URI uri, byte[] json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json))
                .header("Authorization", "Bearer " + settings.token().value())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "hashlake");
        return (json == null ? request : request.header("Content-Type", "application/json")).build();
    }

    private static <T> T await(CompletableFuture<T> pending, Deadline patience)
            throws InterruptedException, ExecutionException, TransportException {
        while (true) {
            long left = patience.left();
            if (left <= 0) {
                throw new TransportException(RequestOutcome.TIMEOUT, patience.reason());
            }
            try {
                return pending.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // Bytes may have arrived meanwhile: what is left now tells.
            }
        }
    }

    private TransportException failure(Throwable cause) {
        String host = settings.baseUri().getHost();
        if (cause instanceof BoundedBody.BodyTooLargeException) {
            return new TransportException(RequestOutcome.BROKEN_BODY, cause.getMessage());
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new TransportException(
                    RequestOutcome.TIMEOUT,
                    "no connection to " + host + " within "
                            + settings.timeouts().connect().toMillis() + " ms");
        }
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String what = cause instanceof ConnectException ? "cannot connect to " : "connection lost to ";
        if (cause instanceof IOException) {
            return new TransportException(RequestOutcome.NETWORK, what + host + ": " + detail);
        }
        return new TransportException(RequestOutcome.NETWORK, "cannot ask " + host + ": " + detail);
    }

    /** Time left for a response. */
    private static final class Deadline {

        private final Duration silence;
        private final Duration total;
        private final long started = System.nanoTime();
        private volatile long lastProgress = started;

        Deadline(Duration silence, Duration total) {
            this.silence = silence;
            this.total = total;
        }

        void progressed() {
            lastProgress = System.nanoTime();
        }

        long left() {
            return Math.min(leftOf(lastProgress, silence), leftOf(started, total));
        }

        String reason() {
            return leftOf(started, total) <= 0
                    ? "no complete answer within " + total.toMillis() + " ms"
                    : "nothing was received for " + silence.toMillis() + " ms";
        }

        private static long leftOf(long since, Duration allowed) {
            return allowed.toNanos() - (System.nanoTime() - since);
        }
    }
}
