package io.hashlake.simulator.feed;

import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The app's rules, as they are and as open streams still see them. */
public final class RuleBook {

    public static final int MOST = 1000;

    private final World world;
    private final Duration delay;
    private final Deque<Version> versions = new ArrayDeque<>();
    private long given;

    /** The rules from one time on. */
    private record Version(Instant since, RuleSnapshot rules) {}

    /** A rule that X would not take. */
    public record Invalid(String value, String reason) {}

    /**
     * Result of a request to add rules. If one is invalid, or they are too many, none is created.
     *
     * @param duplicates rules that there already are, once for each that was asked for again
     * @param isTooMany whether there would be more rules than an app may have
     */
    public record Addition(
            List<SimulatedRule> created, List<SimulatedRule> duplicates, List<Invalid> invalid, boolean isTooMany) {

        public boolean isDone() {
            return invalid.isEmpty() && !isTooMany;
        }
    }

    /**
     * A book without rules.
     *
     * @param delay after which a change reaches streams that were open before it
     */
    public RuleBook(World world, Duration delay) {
        this.world = world;
        this.delay = delay;
        versions.add(new Version(Instant.MIN, new RuleSnapshot(world, List.of())));
    }

    public synchronized List<SimulatedRule> rules() {
        return versions.getLast().rules().rules();
    }

    /** The rules as a stream sees them that was opened then. */
    public synchronized RuleSnapshot seenBy(Instant opened, Instant now) {
        forget(now);
        Instant settled = now.minus(delay);
        Instant newest = opened.isAfter(settled) ? opened : settled;
        RuleSnapshot seen = versions.getFirst().rules();
        for (Version version : versions) {
            if (!version.since().isAfter(newest)) {
                seen = version.rules();
            }
        }
        return seen;
    }

    public synchronized Addition add(List<SimulatedRule.Draft> drafts, Instant now, boolean isDryRun) {
        Map<String, SimulatedRule> byValue = new LinkedHashMap<>();
        rules().forEach(rule -> byValue.put(rule.value(), rule));
        List<SimulatedRule> created = new ArrayList<>();
        List<SimulatedRule> duplicates = new ArrayList<>();
        List<Invalid> invalid = new ArrayList<>();
        for (SimulatedRule.Draft draft : drafts) {
            SimulatedRule same = byValue.get(draft.value());
            if (same != null) {
                duplicates.add(same);
                continue;
            }
            try {
                SimulatedRule rule = rule(draft, now);
                byValue.put(rule.value(), rule);
                created.add(rule);
            } catch (IllegalArgumentException e) {
                invalid.add(new Invalid(draft.value(), e.getMessage()));
            }
        }
        Addition addition = new Addition(created, duplicates, invalid, byValue.size() > MOST);
        if (addition.isDone() && !isDryRun) {
            change(List.copyOf(byValue.values()), now);
        }
        return addition;
    }

    /** Deletes rules; returns how many. */
    public synchronized int delete(Predicate<SimulatedRule> chosen, Instant now, boolean isDryRun) {
        List<SimulatedRule> kept = rules().stream().filter(chosen.negate()).toList();
        int deleted = rules().size() - kept.size();
        if (deleted > 0 && !isDryRun) {
            change(kept, now);
        }
        return deleted;
    }

    private SimulatedRule rule(SimulatedRule.Draft draft, Instant now) {
        return new SimulatedRule(Snowflake.firstAt(now) + ++given, draft.value(), draft.tag(), draft.query());
    }

    private void change(List<SimulatedRule> rules, Instant now) {
        versions.add(new Version(now, new RuleSnapshot(world, rules)));
        forget(now);
    }

    /** Forgets versions that no stream sees any more: those before the last that has settled. */
    private void forget(Instant now) {
        Instant settled = now.minus(delay);
        Iterator<Version> later = versions.iterator();
        later.next();
        long superseded = 0;
        while (later.hasNext() && !later.next().since().isAfter(settled)) {
            superseded++;
        }
        for (; superseded > 0; superseded--) {
            versions.removeFirst();
        }
    }
}
