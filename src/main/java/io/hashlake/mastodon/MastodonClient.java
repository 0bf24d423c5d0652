package io.hashlake.mastodon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks one server. All hashtags that are followed there share its rate limit. Threads may share it. */
public final class MastodonClient {

    static final int PAGE = 40;

    private static final int MAX_DEPTH = 64;
    private static final Duration WITHOUT_RESET = Duration.ofMinutes(1);

    private final MastodonServer server;
    private final MastodonServices services;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());
    private final Optional<String> token;
    private volatile Instant notBefore = Instant.MIN;

    public MastodonClient(MastodonServer server, MastodonServices services) {
        this.server = server;
        this.services = services;
        this.token = MastodonTokens.parse(services.config().tokens().orElse("")).of(server);
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(services.config().timeout())
                .build();
    }

    MastodonServer server() {
        return server;
    }

    /** Returns whether the server knows who asks. */
    boolean hasToken() {
        return token.isPresent();
    }

    /**
     * Reads what the server says of itself; a missing node where it is too old to say it.
     *
     * @throws IOException if it cannot be asked now
     */
    JsonNode instance() throws IOException, InterruptedException {
        Answer answer = get("/api/v2/instance");
        return answer.status() == 404 ? json.missingNode() : json(answer);
    }

    /**
     * Reads a page of the hashtag's timeline: the statuses that follow the position, or the newest before anything was read.
     *
     * @throws ClosedServerException if the timeline is not shown to the public
     * @throws RateLimitedException if it is to be asked later
     * @throws IOException if there is no such page now
     */
    Page page(Hashtag hashtag, StatusPosition after) throws IOException, InterruptedException {
        String tag = URLEncoder.encode(hashtag.canonical(), StandardCharsets.UTF_8);
        String from = after.isNone() ? "" : "&min_id=" + after.id();
        Answer answer = get("/api/v1/timelines/tag/" + tag + "?limit=" + PAGE + from);
        JsonNode statuses = json(answer);
        if (!statuses.isArray()) {
            throw new IOException(server.host() + " answered with something else than a list of posts");
        }
        return new Page(statuses, answer.body());
    }

    /** A page, and its bytes as received. */
    record Page(JsonNode statuses, byte[] body) {}

    /** @param location where the server sends the client instead; empty if it does not */
    private record Answer(int status, byte[] body, String location) {}

    private Answer get(String path) throws IOException, InterruptedException {
        if (services.clock().instant().isBefore(notBefore)) {
            throw new RateLimitedException(server.host(), notBefore);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .timeout(services.config().timeout())
                .header("Accept", "application/json")
                .header("User-Agent", services.userAgent());
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        noteLimit(response);
        String location = response.headers().firstValue("Location").orElse("");
        return checked(new Answer(response.statusCode(), read(response.body()), location));
    }

    /** The request's own timeout ends with the headers. */
    private byte[] read(InputStream body) throws IOException {
        Duration timeout = services.config().timeout();
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> {
                    isOver.set(true);
                    close(body);
                },
                CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try (body) {
            return body.readNBytes(services.config().maxBody() + 1);
        } catch (IOException e) {
            throw isOver.get()
                    ? new IOException(server.host() + "'s answer did not end within " + timeout.toSeconds() + " s", e)
                    : e;
        } finally {
            deadline.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // The reader meets with it.
        }
    }

    private void noteLimit(HttpResponse<?> response) {
        boolean isUsedUp = response.headers()
                .firstValue("X-RateLimit-Remaining")
                .map("0"::equals)
                .orElse(false);
        if (isUsedUp || response.statusCode() == 429) {
            Instant now = services.clock().instant();
            notBefore = reset(response).filter(now::isBefore).orElse(now.plus(WITHOUT_RESET));
        }
    }

    /** The reset is a time; what is further away than a limit of Mastodon ever is, is not believed. */
    private Optional<Instant> reset(HttpResponse<?> response) {
        try {
            Instant latest = services.clock().instant().plus(Duration.ofHours(1));
            return response.headers()
                    .firstValue("X-RateLimit-Reset")
                    .map(time -> OffsetDateTime.parse(time).toInstant())
                    .filter(latest::isAfter);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer checked(Answer answer) throws IOException {
        if (answer.body().length > services.config().maxBody()) {
            throw new IOException(server.host() + "'s answer is larger than "
                    + services.config().maxBody() + " bytes");
        }
        return switch (answer.status()) {
            case 200, 404 -> answer;
            case 429 -> throw new RateLimitedException(server.host(), notBefore);
            case 401, 403, 422 -> throw closed(answer.status());
            case 301, 302, 303, 307, 308 ->
                throw new IOException(
                        server.host() + " redirects to " + answer.location().replaceFirst("[?#].*", "")
                                + ", which is not asked: write the name of that server instead");
            default -> throw new IOException(server.host() + " answered with HTTP " + answer.status());
        };
    }

    private ClosedServerException closed(int status) {
        return new ClosedServerException(
                hasToken()
                        ? server.host() + " refuses its token in hashlake.mastodon.tokens (HTTP " + status + ")"
                        : server.host() + " does not show timelines of hashtags to the public (HTTP " + status
                                + "); ask another server, or set hashlake.mastodon.tokens");
    }

    private JsonNode json(Answer answer) throws IOException {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IOException(server.host() + " answered with something else than JSON", e);
        }
    }
}
