package io.hashlake.x;

import io.hashlake.tweet.Payload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks X. It keeps X's limits (an endpoint that has no request left is not asked before its reset), asks in the other
 * vocabulary if the server refuses the names of this one, and never throws for what X does. Threads may share it; one is
 * enough for a process.
 */
public final class XClient implements SearchApi {

    private final XSettings settings;
    private final Clock clock;
    private final ApiListener listener;
    private final HttpTransport transport;
    private final PageParser pages = new PageParser();
    private final StatisticsParser statistics = new StatisticsParser();
    private final Gates gates = new Gates();
    private final VocabularyChoice vocabulary;

    public XClient(XSettings settings, Clock clock, ApiListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.transport = new HttpTransport(settings);
        this.vocabulary = new VocabularyChoice(settings.vocabulary());
    }

    @Override
    public Answer<SearchPage> search(SearchRequest request) throws InterruptedException {
        Map<String, String> parameters =
                parameters(request.query(), request.sinceId(), request.untilId(), request.nextToken());
        parameters.put("max_results", Integer.toString(request.maxResults()));
        return ask(new Call<>(request.scope().endpoint(), parameters, true, body -> page(body, request.origin())));
    }

    private SearchPage page(byte[] body, String origin) throws MalformedPage {
        Instant received = clock.instant();
        SearchPage page = pages.parse(body, origin, received);
        return settings.keepsPayloads() ? page.withPayload(new Payload(received, body)) : page;
    }

    /** How many posts a query matches. Costs one request, no posts. */
    public Answer<PostCounts> counts(CountsRequest request) throws InterruptedException {
        Map<String, String> parameters =
                parameters(request.query(), request.sinceId(), request.untilId(), request.nextToken());
        parameters.put("granularity", request.granularity().name().toLowerCase(Locale.ROOT));
        return ask(new Call<>(Endpoint.COUNTS_RECENT, parameters, false, statistics::counts));
    }

    /** What the project has read of its monthly cap. */
    public Answer<Usage> usage() throws InterruptedException {
        Map<String, String> parameters =
                Map.of("usage.fields", "cap_reset_day,daily_project_usage,project_cap,project_id,project_usage");
        return ask(new Call<>(Endpoint.USAGE, parameters, false, statistics::usage));
    }

    private static Map<String, String> parameters(String query, long sinceId, long untilId, String nextToken) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("query", query);
        if (sinceId > 0) {
            parameters.put("since_id", Long.toString(sinceId));
        }
        if (untilId > 0) {
            parameters.put("until_id", Long.toString(untilId));
        }
        if (nextToken != null) {
            parameters.put("next_token", nextToken);
        }
        return parameters;
    }

    private <T> Answer<T> ask(Call<T> call) throws InterruptedException {
        Optional<Instant> closed = gates.closed(call.endpoint(), clock.instant());
        if (closed.isPresent()) {
            return new Answer.Wait<>(
                    closed.get(), "no request to " + call.endpoint().path() + " is left until then");
        }
        Vocabulary names = vocabulary.current();
        Verdict<T> verdict = attempt(call, names);
        if (verdict.outcome() == Outcome.OTHER_VOCABULARY && vocabulary.turnFrom(names)) {
            return ask(call);
        }
        if (verdict.outcome() == Outcome.OK && call.naming()) {
            vocabulary.accepted();
        }
        return verdict.answer();
    }

    private <T> Verdict<T> attempt(Call<T> call, Vocabulary names) throws InterruptedException {
        long started = System.nanoTime();
        RateLimit limit = null;
        Verdict<T> verdict;
        try {
            Reply reply = transport.get(URI.create(settings.base() + call.pathAndQuery(names)));
            limit = RateLimit.of(reply.headers());
            verdict = judge(call, reply, names);
            closeGate(call.endpoint(), limit, verdict.outcome());
        } catch (TransportFailure e) {
            verdict = Verdict.retry(e.outcome(), settings.token().redact(e.getMessage()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        listener.answered(call.endpoint().label(), verdict.outcome().label(), took, limit);
        return verdict;
    }

    private <T> Verdict<T> judge(Call<T> call, Reply reply, Vocabulary names) throws TransportFailure {
        if (reply.status() == 200) {
            return parse(call, ContentDecoding.decode(reply, settings.maxBodyBytes()));
        }
        Problem problem = problem(reply);
        Verdict<T> verdict = Verdict.of(reply.status(), reply.headers(), problem, clock);
        boolean otherNames = reply.status() == 400 && call.naming() && problem.refuses(names);
        return otherNames ? new Verdict<>(Outcome.OTHER_VOCABULARY, verdict.answer()) : verdict;
    }

    private <T> Verdict<T> parse(Call<T> call, byte[] body) {
        try {
            return Verdict.ok(call.parser().parse(body));
        } catch (MalformedPage e) {
            return Verdict.retry(
                    Outcome.BROKEN_BODY, "X's answer is " + settings.token().redact(e.getMessage()));
        }
    }

    /** The status tells enough where an error's body is broken too. */
    private Problem problem(Reply reply) {
        try {
            byte[] body = ContentDecoding.decode(reply, settings.maxBodyBytes());
            String harmless = settings.token().redact(new String(body, StandardCharsets.UTF_8));
            return statistics.problem(harmless.getBytes(StandardCharsets.UTF_8));
        } catch (TransportFailure e) {
            return Problem.UNKNOWN;
        }
    }

    private void closeGate(Endpoint endpoint, RateLimit limit, Outcome outcome) {
        Instant now = clock.instant();
        if (outcome == Outcome.RATE_LIMITED || limit != null && limit.remaining() == 0) {
            gates.close(endpoint, RateLimit.reopening(limit, now));
        }
        if (!endpoint.spacing().isZero()) {
            gates.close(endpoint, now.plus(endpoint.spacing()));
        }
    }
}
