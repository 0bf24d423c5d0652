package io.hashlake.x.stream.client;

import java.util.List;
import java.util.Objects;

/**
 * Result of adding rules.
 *
 * @param created those that X has now, with the ids that it gave them
 * @param refused those that it did not take
 */
public record RuleReply(List<Rule> created, List<Refusal> refused) {

    public RuleReply {
        created = List.copyOf(created);
        refused = List.copyOf(refused);
    }

    /**
     * Reason for which X refused a rule.
     *
     * @param value of the rule; empty where X did not say which one it means
     * @param duplicateOf the id of the rule that has this value already; empty if that is not the reason
     * @param reason for a person to read
     */
    public record Refusal(String value, String duplicateOf, String reason) {

        public Refusal {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(duplicateOf, "duplicateOf");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
