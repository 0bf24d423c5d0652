package io.hashlake.x.stream;

import io.hashlake.x.json.draft.MatchedRule;
import java.util.List;
import java.util.Map;

/**
 * Sources by the rules that X has.
 *
 * @param byId the sources that want what a rule finds
 * @param byTag the source that this deployment means with a tag
 */
record RuleOwners(Map<String, List<StreamSource>> byId, Map<String, StreamSource> byTag) {

    static final RuleOwners EMPTY = new RuleOwners(Map.of(), Map.of());

    RuleOwners {
        byId = Map.copyOf(byId);
        byTag = Map.copyOf(byTag);
    }

    List<StreamSource> owners(MatchedRule rule) {
        List<StreamSource> owners = rule.id() == null ? null : byId.get(rule.id());
        if (owners != null) {
            return owners;
        }
        StreamSource owner = rule.tag() == null ? null : byTag.get(rule.tag());
        return owner == null ? List.of() : List.of(owner);
    }

    boolean serves(StreamSource source) {
        return byId.values().stream().anyMatch(owners -> owners.contains(source));
    }
}
