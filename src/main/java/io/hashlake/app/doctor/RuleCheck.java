package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.route.FollowedQuery;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.stream.RuleDifference;
import io.hashlake.x.stream.StreamConfig;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.StreamClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of the filtered stream that X has, against those that the routes want. */
final class RuleCheck implements Check.Examination {

    private final StreamConfig limits;
    private final StreamClient client;
    private final List<FollowedQuery> wanted;

    RuleCheck(Settings settings, XSettings connection, XTime time, List<FollowedQuery> queries) {
        this.limits = settings.of(StreamConfig.class);
        this.client = new StreamClient(
                connection,
                connection.timeouts().silence(),
                limits.maxLineBytes(),
                time,
                (endpoint, outcome, took, limit) -> {});
        this.wanted = queries.stream().filter(FollowedQuery::isRule).toList();
    }

    @Override
    public Finding look() throws InterruptedException {
        ApiResult<List<Rule>> answer = client.rules().answer();
        if (answer instanceof ApiResult.Ok<List<Rule>> ok) {
            return compare(ok.value());
        }
        return answer instanceof ApiResult.Stop<?> stop && wanted.isEmpty()
                ? Finding.ok("no route uses the filtered stream, and X would refuse it: " + stop.reason())
                : XChecks.refused(answer, "");
    }

    private Finding compare(List<Rule> rules) {
        Set<String> queries = wanted.stream().map(FollowedQuery::query).collect(Collectors.toSet());
        RuleDifference difference = RuleDifference.of(rules, queries, limits.tagPrefix());
        int missing = difference.missing().size();
        int obsolete = difference.obsolete().size();
        String found = "X has " + rules.size() + " rules, the routes want " + queries.size() + ": " + missing
                + " missing, " + obsolete + " no longer wanted";
        List<String> tooLong = tooLong();
        if (!tooLong.isEmpty()) {
            return Finding.failure(
                    "longer than the " + limits.maxRuleLength() + " characters of a rule: "
                            + String.join(", ", tooLong),
                    "split these queries");
        }
        if (rules.size() - obsolete + missing > limits.maxRules()) {
            return Finding.failure(found, "X takes " + limits.maxRules() + ": join hashtags in one query");
        }
        return missing + obsolete == 0
                ? Finding.ok(found)
                : Finding.warning(found, "Hashlake sets them right within seconds while it runs");
    }

    private List<String> tooLong() {
        return wanted.stream()
                .filter(query -> query.query().codePointCount(0, query.query().length()) > limits.maxRuleLength())
                .map(FollowedQuery::name)
                .toList();
    }
}
