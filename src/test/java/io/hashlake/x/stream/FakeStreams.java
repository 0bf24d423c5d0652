package io.hashlake.x.stream;

import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.RuleReply;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** X's streams in memory: it keeps rules as X does, and connections that a test writes to. */
public final class FakeStreams implements StreamApi {

    public final List<Rule> rules = new CopyOnWriteArrayList<>();
    public final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
    /** What was asked, in its order. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** What is answered to the next openings instead of a connection. */
    public final Queue<RequestResult<StreamConnection>> instead = new ConcurrentLinkedQueue<>();
    /** What is answered to the next additions instead. */
    final Queue<RequestResult<RuleReply>> insteadOfAdding = new ConcurrentLinkedQueue<>();
    /** Says why a value is refused; empty if it is not. */
    Function<String, String> refusal = value -> "";

    int most = 1_000;
    private final AtomicInteger ids = new AtomicInteger(1_000);

    @Override
    public RequestResult<StreamConnection> open(Stream stream) {
        calls.add("open");
        RequestResult<StreamConnection> other = instead.poll();
        if (other != null) {
            return other;
        }
        FakeConnection connection = new FakeConnection();
        connections.add(connection);
        return RequestResult.ok(connection);
    }

    @Override
    public RequestResult<List<Rule>> rules() {
        calls.add("rules");
        return RequestResult.ok(List.copyOf(rules));
    }

    @Override
    public RequestResult<RuleReply> add(List<Rule> added) {
        calls.add("add " + added.stream().map(Rule::value).toList());
        RequestResult<RuleReply> other = insteadOfAdding.poll();
        if (other != null) {
            return other;
        }
        List<Rule> created = new ArrayList<>();
        List<RuleReply.Refusal> refused = new ArrayList<>();
        for (Rule rule : added) {
            String reason = rules.size() >= most ? "RulesCapExceeded" : refusal.apply(rule.value());
            String duplicate = idOf(rule.value());
            if (!duplicate.isEmpty() || !reason.isEmpty()) {
                refused.add(new RuleReply.Refusal(rule.value(), duplicate, reason));
            } else {
                Rule standing = new Rule(Integer.toString(ids.incrementAndGet()), rule.value(), rule.tag());
                rules.add(standing);
                created.add(standing);
            }
        }
        return RequestResult.ok(new RuleReply(created, refused));
    }

    @Override
    public RequestResult<RuleReply> delete(List<String> deleted) {
        calls.add("delete " + deleted);
        rules.removeIf(rule -> deleted.contains(rule.id()));
        return RequestResult.ok(new RuleReply(List.of(), List.of()));
    }

    @Override
    public RequestResult<Boolean> closeConnections() {
        calls.add("close connections");
        return RequestResult.ok(true);
    }

    /** The id of the rule with this value; empty if there is none. */
    public String idOf(String value) {
        return rules.stream()
                .filter(rule -> rule.value().equals(value))
                .map(Rule::id)
                .findFirst()
                .orElse("");
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    static RequestResult<StreamConnection> refuse(RequestOutcome outcome) {
        return RequestResult.retry(outcome, outcome.toString());
    }

    static RequestResult<StreamConnection> stop(RequestOutcome outcome, String reason) {
        return new RequestResult<>(outcome, new ApiResult.Stop<>(reason));
    }

    static RequestResult<StreamConnection> wait(RequestOutcome outcome, Instant until) {
        return new RequestResult<>(outcome, new ApiResult.Wait<>(until, "wait"));
    }
}
