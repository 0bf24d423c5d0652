package io.hashlake.x.stream;

import io.hashlake.x.stream.client.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Difference between the rules that X has and those that are wanted. Rules are compared by what they match, since X stores
 * each value once: even one that another application added serves.
 *
 * @param standing wanted rules that X has
 * @param obsolete rules of this deployment that are no longer wanted
 * @param missing values that no rule of X has, in the order given
 */
public record RuleDifference(List<Rule> standing, List<Rule> obsolete, Set<String> missing) {

    /** Compares; a rule is this deployment's if its tag begins with the prefix and a colon. */
    public static RuleDifference of(List<Rule> existing, Set<String> wanted, String tagPrefix) {
        List<Rule> standing = new ArrayList<>();
        List<Rule> obsolete = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(wanted);
        for (Rule rule : existing) {
            if (missing.remove(rule.value())) {
                standing.add(rule);
            } else if (rule.tag().startsWith(tagPrefix + ":")) {
                obsolete.add(rule);
            }
        }
        return new RuleDifference(standing, obsolete, missing);
    }
}
