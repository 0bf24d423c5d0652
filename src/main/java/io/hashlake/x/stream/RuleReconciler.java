package io.hashlake.x.stream;

import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.RuleReply;
import io.hashlake.x.stream.client.StreamApi;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes X's rules those that the sources want. Rules are added before others are deleted, so that no post is lost in between;
 * rules of others are never touched.
 */
final class RuleReconciler {

    private static final Logger LOG = Logger.getLogger(RuleReconciler.class);

    private final StreamApi api;
    private final StreamConfig config;
    private final Clock clock;
    private RuleOwners rules = RuleOwners.EMPTY;
    private Instant checkedAt = Instant.MAX;

    RuleReconciler(StreamApi api, StreamConfig config, Clock clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    /** Does so, and stops the sources whose rule X does not take. */
    RequestResult<RuleOwners> reconcile(List<StreamSource> sources) throws InterruptedException {
        Instant now = clock.instant();
        RequestResult<List<Rule>> read = api.rules();
        if (!(read.answer() instanceof ApiResult.Ok<List<Rule>> existing)) {
            return read.failed();
        }
        RulePlan plan = RulePlan.of(existing.value(), sources, config);
        plan.refused().forEach(RuleReconciler::stop);
        if (plan.isFull()) {
            delete(plan.obsolete());
        }
        RuleAddition addition = new RuleAddition(api);
        RequestResult<RuleReply> added = addition.add(List.copyOf(plan.missing().keySet()));
        if (!(added.answer() instanceof ApiResult.Ok)) {
            return added.failed();
        }
        RuleOwners before = rules;
        rules = follow(plan, addition, before);
        if (!plan.isFull()) {
            delete(plan.obsolete().stream()
                    .filter(rule -> !rules.byId().containsKey(rule.id()))
                    .toList());
        }
        checkedAt = now;
        return RequestResult.ok(rules);
    }

    private RuleOwners follow(RulePlan plan, RuleAddition addition, RuleOwners before) {
        Map<String, List<StreamSource>> byId = new HashMap<>();
        plan.standing().forEach((rule, owners) -> {
            byId.put(rule.id(), owners);
            tellOfForeign(rule, owners, before);
            owners.forEach(owner -> follow(owner, rule.id(), Instant.MAX, addedAt(rule.id())));
        });
        plan.missing().forEach((wanted, owners) -> {
            Rule created = addition.created().get(wanted.value());
            String duplicate = addition.duplicates().get(wanted.value());
            if (created != null) {
                byId.put(created.id(), owners);
                owners.forEach(owner ->
                        follow(owner, created.id(), before.serves(owner) ? checkedAt : Instant.MAX, clock.instant()));
            } else if (duplicate != null) {
                byId.computeIfAbsent(duplicate, id -> new ArrayList<>()).addAll(owners);
                owners.forEach(owner -> follow(owner, duplicate, Instant.MAX, addedAt(duplicate)));
            } else {
                owners.forEach(owner -> stop(owner, addition.refused().get(wanted.value())));
            }
        });
        return new RuleOwners(byId, tags(byId));
    }

    private void follow(StreamSource source, String ruleId, Instant goneSince, Instant addedAt) {
        StreamSource.Following known = source.following();
        if (known == null || !known.ruleId().equals(ruleId)) {
            source.follow(new StreamSource.Following(ruleId, goneSince, addedAt.plus(config.ruleDelay())));
        }
    }

    private Map<String, StreamSource> tags(Map<String, List<StreamSource>> byId) {
        Map<String, StreamSource> byTag = new HashMap<>();
        byId.values().forEach(owners -> owners.forEach(owner -> byTag.put(RulePlan.tag(owner, config), owner)));
        return byTag;
    }

    /** X's ids tell when they were given; what cannot be true is taken for long ago. */
    private Instant addedAt(String id) {
        try {
            Instant given = Snowflake.time(Long.parseLong(id));
            return given.isAfter(clock.instant()) ? Instant.EPOCH : given;
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    private void delete(List<Rule> obsolete) throws InterruptedException {
        if (obsolete.isEmpty()) {
            return;
        }
        RequestResult<RuleReply> deleted =
                api.delete(obsolete.stream().map(Rule::id).toList());
        if (!(deleted.answer() instanceof ApiResult.Ok)) {
            LOG.warnf("Cannot delete rules that no source needs any more: %s", deleted.answer());
        }
    }

    private void tellOfForeign(Rule rule, List<StreamSource> owners, RuleOwners before) {
        boolean isForeign = !rule.tag().startsWith(config.tagPrefix() + ":");
        if (isForeign && !before.byId().containsKey(rule.id())) {
            LOG.warnf(
                    "The rule of source %s already exists with the tag '%s', which is not this deployment's:"
                            + " its posts are taken from there",
                    owners.get(0).name(), rule.tag());
        }
    }

    private static void stop(StreamSource source, String reason) {
        source.report(
                new SourceStatus.Stopped("X does not take the rule of x:stream/" + source.name() + ": " + reason));
    }
}
