package io.hashlake.x.client;

import io.hashlake.x.json.MalformedPageException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks X one thing after the other. It keeps X's limits, asks in the other vocabulary if the server refuses the names of this
 * one, and never throws for what X does. Threads may share it.
 */
public final class ApiCaller {

    private final XSettings settings;
    private final XTime time;
    private final ApiListener listener;
    private final HttpTransport transport;
    private final StatisticsParser statistics = new StatisticsParser();
    private final Gates gates = new Gates();
    private final Recharge recharge = new Recharge();
    private final VocabularyChoice vocabulary;

    public ApiCaller(XSettings settings, XTime time, ApiListener listener) {
        this.settings = settings;
        this.time = time;
        this.listener = listener;
        this.transport = new HttpTransport(settings);
        this.vocabulary = new VocabularyChoice(settings.vocabulary());
    }

    /** Sends the request as {@link #ask} does, and returns only what the caller of an API needs. */
    <T> ApiResult<T> answer(Call<T> call) throws InterruptedException {
        return ask(call).answer();
    }

    /** Asks, unless no request is left, and once more where the server speaks the other vocabulary. */
    public <T> RequestResult<T> ask(Call<T> call) throws InterruptedException {
        Optional<Instant> closed = gates.closed(call.endpoint(), time.machine());
        if (closed.isPresent()) {
            return new RequestResult<>(
                    RequestOutcome.RATE_LIMITED,
                    new ApiResult.Wait<>(
                            closed.get(), "no request to " + call.endpoint().path() + " is left until then"));
        }
        Vocabulary names = vocabulary.current();
        RequestResult<T> verdict = attempt(call, names);
        if (verdict.outcome() == RequestOutcome.OTHER_VOCABULARY && vocabulary.turnFrom(names)) {
            return ask(call);
        }
        if (verdict.outcome() == RequestOutcome.OK && call.naming()) {
            vocabulary.accepted();
        }
        return verdict;
    }

    private <T> RequestResult<T> attempt(Call<T> call, Vocabulary names) throws InterruptedException {
        long started = System.nanoTime();
        Instant asked = time.machine();
        RateLimit limit = null;
        RequestResult<T> verdict;
        try {
            HttpReply reply = fetch(call, URI.create(settings.base() + call.pathAndQuery(names)));
            time.answered(reply.headers().firstValue("date").orElse(null), asked);
            limit = RateLimit.of(reply.headers());
            verdict = recharge.judge(call.endpoint(), judge(call, reply, names), time.machine());
            closeGate(call.endpoint(), limit, verdict.outcome());
        } catch (TransportException e) {
            verdict = RequestResult.retry(e.outcome(), settings.token().redact(e.getMessage()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        listener.answered(call.endpoint().label(), verdict.outcome().label(), took, limit);
        return verdict;
    }

    private HttpReply fetch(Call<?> call, URI uri) throws InterruptedException, TransportException {
        return call.endpoint().isStream()
                ? transport.open(uri)
                : transport.exchange(call.endpoint().method(), uri, call.body());
    }

    private <T> RequestResult<T> judge(Call<T> call, HttpReply reply, Vocabulary names) throws TransportException {
        if (call.answers().contains(reply.status())) {
            return read(call, reply);
        }
        ApiError problem = problem(reply);
        RequestResult<T> verdict = RequestResult.of(reply.status(), reply.headers(), problem, time.machine());
        boolean otherNames = reply.status() == 400 && call.naming() && problem.refuses(names);
        return otherNames ? new RequestResult<>(RequestOutcome.OTHER_VOCABULARY, verdict.answer()) : verdict;
    }

    private <T> RequestResult<T> read(Call<T> call, HttpReply reply) throws TransportException {
        try {
            return RequestResult.ok(call.reader().read(reply, settings.config().maxBodyBytes()));
        } catch (MalformedPageException e) {
            return RequestResult.retry(
                    RequestOutcome.BROKEN_BODY,
                    "X's answer is " + settings.token().redact(e.getMessage()));
        }
    }

    /** The status tells enough where an error's body is broken too. */
    private ApiError problem(HttpReply reply) {
        try {
            byte[] body = ContentDecoding.decode(reply, settings.config().maxBodyBytes());
            String harmless = settings.token().redact(new String(body, StandardCharsets.UTF_8));
            return statistics.problem(harmless.getBytes(StandardCharsets.UTF_8));
        } catch (TransportException e) {
            return ApiError.UNKNOWN;
        }
    }

    private void closeGate(ApiEndpoint endpoint, RateLimit limit, RequestOutcome outcome) {
        Instant now = time.machine();
        if (outcome == RequestOutcome.RATE_LIMITED || limit != null && limit.remaining() == 0) {
            gates.close(endpoint, RateLimit.reopening(limit, now));
        }
        if (!endpoint.spacing().isZero()) {
            gates.close(endpoint, now.plus(endpoint.spacing()));
        }
    }
}
