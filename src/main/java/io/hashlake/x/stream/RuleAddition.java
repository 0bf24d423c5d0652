package io.hashlake.x.stream;

import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.RuleReply;
import io.hashlake.x.stream.client.StreamApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds rules, and finds out which of them X does not take, whether it says so or only refuses all that were sent together.
 */
final class RuleAddition {

    private static final int MAX_AT_ONCE = 100;

    private final StreamApi api;
    private final Map<String, Rule> created = new HashMap<>();
    private final Map<String, String> duplicates = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    RuleAddition(StreamApi api) {
        this.api = api;
    }

    /** Rules that X has now, by their value. */
    Map<String, Rule> created() {
        return created;
    }

    /** Ids of the rules that had these values already. */
    Map<String, String> duplicates() {
        return duplicates;
    }

    /** Values that X does not take, and why. */
    Map<String, String> refused() {
        return refused;
    }

    /** Adds them; stops at the first answer that is about none of them. */
    RequestResult<RuleReply> add(List<Rule> rules) throws InterruptedException {
        RequestResult<RuleReply> verdict = RequestResult.ok(new RuleReply(List.of(), List.of()));
        for (int from = 0; from < rules.size(); from += MAX_AT_ONCE) {
            verdict = addTogether(rules.subList(from, Math.min(rules.size(), from + MAX_AT_ONCE)));
            if (!(verdict.answer() instanceof ApiResult.Ok)) {
                return verdict;
            }
        }
        return verdict;
    }

    private RequestResult<RuleReply> addTogether(List<Rule> rules) throws InterruptedException {
        RequestResult<RuleReply> verdict = api.add(rules);
        if (!(verdict.answer() instanceof ApiResult.Ok<RuleReply> ok)) {
            return verdict;
        }
        take(ok.value());
        List<Rule> open = rules.stream().filter(rule -> !isSettled(rule)).toList();
        if (open.isEmpty()) {
            return verdict;
        }
        if (open.size() < rules.size()) {
            return addTogether(open);
        }
        return ok.value().refused().isEmpty()
                ? RequestResult.retry(RequestOutcome.BROKEN_BODY, "X does not say what became of the rules")
                : divide(open, verdict, ok.value().refused().get(0).reason());
    }

    private RequestResult<RuleReply> divide(List<Rule> open, RequestResult<RuleReply> verdict, String reason)
            throws InterruptedException {
        if (open.size() == 1) {
            refused.put(open.get(0).value(), reason);
            return verdict;
        }
        RequestResult<RuleReply> first = addTogether(open.subList(0, open.size() / 2));
        return first.answer() instanceof ApiResult.Ok ? addTogether(open.subList(open.size() / 2, open.size())) : first;
    }

    private void take(RuleReply reply) {
        reply.created().forEach(rule -> created.put(rule.value(), rule));
        for (RuleReply.Refusal refusal : reply.refused()) {
            if (!refusal.duplicateOf().isEmpty()) {
                duplicates.put(refusal.value(), refusal.duplicateOf());
            } else if (!refusal.value().isEmpty()) {
                refused.put(refusal.value(), refusal.reason());
            }
        }
    }

    private boolean isSettled(Rule rule) {
        return created.containsKey(rule.value())
                || duplicates.containsKey(rule.value())
                || refused.containsKey(rule.value());
    }
}
