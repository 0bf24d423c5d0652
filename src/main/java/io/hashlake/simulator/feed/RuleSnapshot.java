package io.hashlake.simulator.feed;

import io.hashlake.simulator.query.CandidatePost;
import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rules at one moment. Rules that want a hashtag are only asked about posts that carry it. */
public final class RuleSnapshot implements StreamContent.Filter {

    private final World world;
    private final List<SimulatedRule> rules;
    private final Map<String, List<SimulatedRule>> byHashtag = new HashMap<>();
    private final List<SimulatedRule> others = new ArrayList<>();

    /** Each rule as a list of its own, by id, so that posts that match one rule share it. */
    private final Map<Long, List<SimulatedRule>> alone = new HashMap<>();

    public RuleSnapshot(World world, List<SimulatedRule> rules) {
        this.world = world;
        this.rules = List.copyOf(rules);
        for (SimulatedRule rule : rules) {
            alone.put(rule.id(), List.of(rule));
            rule.query().requiredHashtags().ifPresentOrElse(hashtags -> index(rule, hashtags), () -> others.add(rule));
        }
    }

    List<SimulatedRule> rules() {
        return rules;
    }

    @Override
    public Optional<List<SimulatedRule>> rules(Plan plan) {
        CandidatePost candidate = new CandidatePost(world, plan, Folding.STREAM);
        List<SimulatedRule> matching = new ArrayList<>(2);
        for (String hashtag : candidate.hashtags()) {
            addMatching(byHashtag.getOrDefault(hashtag, List.of()), candidate, matching);
        }
        addMatching(others, candidate, matching);
        return switch (matching.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(alone.get(matching.get(0).id()));
            default ->
                Optional.of(matching.stream()
                        .sorted(Comparator.comparingLong(SimulatedRule::id))
                        .toList());
        };
    }

    private static void addMatching(List<SimulatedRule> rules, CandidatePost candidate, List<SimulatedRule> matching) {
        for (SimulatedRule rule : rules) {
            if (!matching.contains(rule) && rule.query().matches(candidate)) {
                matching.add(rule);
            }
        }
    }

    private void index(SimulatedRule rule, Set<String> hashtags) {
        hashtags.forEach(hashtag ->
                byHashtag.computeIfAbsent(hashtag, key -> new ArrayList<>()).add(rule));
    }
}
