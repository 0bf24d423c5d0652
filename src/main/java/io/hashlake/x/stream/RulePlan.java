package io.hashlake.x.stream;

import io.hashlake.x.stream.client.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that give X the rules that the sources want. Sources that want the same share a rule.
 *
 * @param standing rules that X has, with the sources that want them
 * @param missing rules to be added, with the sources that want them
 * @param obsolete rules of this deployment that nobody wants any more
 * @param refused sources whose rule X would not take, and why
 * @param isFull whether there is room for what is missing only when the obsolete ones are gone
 */
record RulePlan(
        Map<Rule, List<StreamSource>> standing,
        Map<Rule, List<StreamSource>> missing,
        List<Rule> obsolete,
        Map<StreamSource, String> refused,
        boolean isFull) {

    static RulePlan of(List<Rule> existing, List<StreamSource> sources, StreamConfig config) {
        Map<StreamSource, String> refused = new LinkedHashMap<>();
        Map<String, List<StreamSource>> wanted = wanted(sources, config, refused);
        RuleDifference difference = RuleDifference.of(existing, wanted.keySet(), config.tagPrefix());
        Map<Rule, List<StreamSource>> standing = new LinkedHashMap<>();
        difference.standing().forEach(rule -> standing.put(rule, wanted.get(rule.value())));
        wanted.keySet().retainAll(difference.missing());
        List<Rule> obsolete = difference.obsolete();
        int taken = existing.size() - obsolete.size();
        Map<Rule, List<StreamSource>> missing = missing(wanted, config, taken, refused);
        boolean full = existing.size() + missing.size() > config.maxRules();
        return new RulePlan(standing, missing, obsolete, refused, full);
    }

    private static Map<String, List<StreamSource>> wanted(
            List<StreamSource> sources, StreamConfig config, Map<StreamSource, String> refused) {
        Map<String, List<StreamSource>> wanted = new LinkedHashMap<>();
        for (StreamSource source : sources) {
            if (source.ruleLength() > config.maxRuleLength()) {
                refused.put(
                        source,
                        "its query has " + source.ruleLength() + " characters, but X takes at most "
                                + config.maxRuleLength() + " of a rule: split it");
            } else {
                wanted.computeIfAbsent(source.rule(), value -> new ArrayList<>())
                        .add(source);
            }
        }
        return wanted;
    }

    private static Map<Rule, List<StreamSource>> missing(
            Map<String, List<StreamSource>> wanted, StreamConfig config, int taken, Map<StreamSource, String> refused) {
        Map<Rule, List<StreamSource>> missing = new LinkedHashMap<>();
        wanted.forEach((value, owners) -> {
            if (taken + missing.size() < config.maxRules()) {
                missing.put(Rule.of(value, tag(owners.get(0), config)), owners);
                return;
            }
            String reason = "X takes at most " + config.maxRules() + " rules, and " + (taken + missing.size())
                    + " are wanted already: join hashtags in one query, or delete rules of other deployments";
            owners.forEach(owner -> refused.put(owner, reason));
        });
        return missing;
    }

    /** Returns this deployment's tag for the rule of a source. */
    static String tag(StreamSource source, StreamConfig config) {
        return config.tagPrefix() + ":" + source.name();
    }
}
