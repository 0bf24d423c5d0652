package io.hashlake.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What clients rely on of an API's description, as one sentence each. */
public record DescribedApi(JsonNode document) {

    private static final int MAX_DEPTH = 4;

    /** What may be added to, but not lost. */
    public Set<String> promises() {
        Set<String> promises = new TreeSet<>();
        operations((name, operation) -> {
            promises.add(name);
            operation.path("parameters").forEach(parameter -> promises.addAll(parameter(name, resolved(parameter))));
            operation
                    .path("responses")
                    .properties()
                    .forEach(response -> response(name + " " + response.getKey(), response.getValue(), promises::add));
            content(name + " takes", operation.path("requestBody"), promises::add);
        });
        return promises;
    }

    /** What may be dropped, but not added. */
    Set<String> demands() {
        Set<String> demands = new TreeSet<>();
        operations((name, operation) -> operation.path("parameters").forEach(reference -> {
            JsonNode parameter = resolved(reference);
            if (parameter.path("required").asBoolean()) {
                demands.add(name + " needs " + parameter.get("name").asText());
            }
        }));
        return demands;
    }

    private interface Visitor {
        void visit(String name, JsonNode operation);
    }

    private void operations(Visitor visitor) {
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue()
                    .properties()
                    .forEach(
                            operation -> visitor.visit(operation.getKey() + " " + path.getKey(), operation.getValue()));
        }
    }

    private Set<String> parameter(String operation, JsonNode parameter) {
        String name = operation + " " + parameter.get("in").asText() + " parameter "
                + parameter.get("name").asText();
        Set<String> promises = new TreeSet<>(Set.of(name, name + " with an example: " + parameter.has("example")));
        JsonNode schema = resolved(parameter.path("schema"));
        schema.path("enum").forEach(value -> promises.add(name + " may be " + value.asText()));
        promises.add(name + " is " + schema.path("type").asText());
        return promises;
    }

    private void response(String name, JsonNode reference, Consumer<String> found) {
        JsonNode response = resolved(reference);
        response.path("headers").fieldNames().forEachRemaining(header -> found.accept(name + " header " + header));
        content(name, response, found);
    }

    private void content(String name, JsonNode body, Consumer<String> found) {
        body.path("content").properties().forEach(type -> {
            found.accept(name + " " + type.getKey());
            fields(name + " " + type.getKey(), type.getValue().path("schema"), MAX_DEPTH, found);
        });
    }

    private void fields(String name, JsonNode reference, int depth, Consumer<String> found) {
        JsonNode schema = resolved(reference);
        if (depth == 0) {
            return;
        }
        fields(name + "[]", schema.path("items"), depth - 1, found);
        schema.path("properties").properties().forEach(property -> {
            String field = name + " " + property.getKey();
            found.accept(field + ": " + resolved(property.getValue()).path("type"));
            fields(field, property.getValue(), depth - 1, found);
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
