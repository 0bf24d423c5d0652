package io.hashlake.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks HTTP with OpenSearch or Elasticsearch, whose own clients refuse each other's servers. Redirects are not followed: they
 * would carry credentials to another server. Safe for use by several threads.
 */
final class IndexClient {

    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final IndexConfig settings;
    private final IndexCredentials credentials;
    private final String base;
    private final HttpClient http;

    IndexClient(IndexServer server) {
        this.settings = server.config();
        this.credentials = server.credentials();
        this.base = server.url().toString().replaceFirst("/+$", "");
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.caCertificates().map(TrustedCertificates::of).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    JsonNode put(String path, JsonNode body) throws IOException {
        return send("PUT", path, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(String path) throws IOException {
        return send("GET", path, JSON, new byte[0]);
    }

    JsonNode delete(String path) throws IOException {
        return send("DELETE", path, JSON, new byte[0]);
    }

    JsonNode post(String path, JsonNode body) throws IOException {
        return post(path, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode post(String path, String type, byte[] body) throws IOException {
        return send("POST", path, type, body);
    }

    /**
     * @throws IndexAnswerException if the server answers that it does not do it
     * @throws IOException if it cannot be reached, or what it answers is not what such a server says
     */
    private JsonNode send(String method, String path, String type, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .header("Accept", JSON)
                .method(method, BodyPublishers.ofByteArray(body));
        credentials.header().ifPresent(value -> request.header("Authorization", value));
        return read(exchange(request.build()));
    }

    /** The deadline covers the body too, of which the client's own timeout knows nothing. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(server() + " did not answer within " + settings.requestTimeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + server());
        } catch (ExecutionException e) {
            throw new IOException(server() + " cannot be reached: " + reason(e.getCause()), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private JsonNode read(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status == 401) {
            throw new IndexAnswerException(
                    status,
                    server() + " refuses the credentials (401): check hashlake.index.username, password or api-key");
        }
        if (status >= 300 && status < 400) {
            throw new IndexAnswerException(
                    status,
                    server() + " redirects to " + location(response) + " (" + status
                            + "): set hashlake.index.url to the server itself");
        }
        String type = response.headers().firstValue("Content-Type").orElse("no content type");
        if (!type.contains("json")) {
            throw new IndexAnswerException(
                    status,
                    server() + " answers " + status + " with " + type
                            + " rather than JSON: hashlake.index.url may name a proxy or another server");
        }
        JsonNode body = parse(response.body());
        if (status >= 400) {
            throw new IndexAnswerException(status, server() + " refuses the request: " + IndexError.of(status, body));
        }
        return body;
    }

    private JsonNode parse(byte[] body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException(server() + " answers JSON that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** A query may hold secrets. */
    private static String location(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("[?#].*", ""))
                .orElse("nowhere");
    }

    private String server() {
        return "the index at " + base;
    }

    private static String reason(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }
}
