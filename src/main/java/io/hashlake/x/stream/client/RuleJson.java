package io.hashlake.x.stream.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.JsonProblem;
import io.hashlake.x.json.MalformedPageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads what is said of rules. */
final class RuleJson {

    private final ObjectMapper mapper = new ObjectMapper();

    /** One page of the list of rules. */
    record RulePage(List<Rule> rules, Optional<String> nextToken) {}

    byte[] adding(List<Rule> rules) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode add = root.putArray("add");
        rules.forEach(rule -> add.addObject().put("value", rule.value()).put("tag", rule.tag()));
        return bytes(root);
    }

    byte[] deleting(List<String> ids) {
        ObjectNode root = mapper.createObjectNode();
        ids.forEach(root.putObject("delete").putArray("ids")::add);
        return bytes(root);
    }

    RulePage page(byte[] body) throws MalformedPageException {
        JsonNode root = tree(body);
        return new RulePage(
                rules(root),
                Optional.ofNullable(root.path("meta").path("next_token").textValue())
                        .filter(token -> !token.isBlank()));
    }

    RuleReply reply(byte[] body) throws MalformedPageException {
        JsonNode root = tree(body);
        List<RuleReply.Refusal> refused = new ArrayList<>();
        root.path("errors").forEach(error -> refused.add(refusal(error)));
        if (refused.isEmpty() && !root.has("data") && root.has("title")) {
            refused.add(refusal(root));
        }
        return new RuleReply(rules(root), refused);
    }

    private static List<Rule> rules(JsonNode root) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : root.path("data")) {
            if (rule.hasNonNull("id") && rule.hasNonNull("value")) {
                rules.add(new Rule(
                        rule.get("id").asText(),
                        rule.get("value").asText(),
                        rule.path("tag").asText()));
            }
        }
        return rules;
    }

    private static RuleReply.Refusal refusal(JsonNode error) {
        String title = error.path("title").asText();
        boolean duplicate =
                title.equals("DuplicateRule") || error.path("type").asText().endsWith("/problems/duplicate-rules");
        List<String> reasons = new ArrayList<>();
        error.path("details").forEach(detail -> reasons.add(detail.asText()));
        if (reasons.isEmpty()) {
            reasons.add(error.path("detail").asText(error.path("message").asText()));
        }
        return new RuleReply.Refusal(
                error.path("value").asText(),
                duplicate ? error.path("id").asText() : "",
                RequestResult.tidy((title + ": " + String.join("; ", reasons)).trim()));
    }

    private JsonNode tree(byte[] body) throws MalformedPageException {
        try {
            JsonNode root = mapper.readTree(body);
            if (!root.isObject()) {
                throw new MalformedPageException("not usable: it is no JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new MalformedPageException("not readable: " + JsonProblem.of(e));
        } catch (IOException e) {
            throw new MalformedPageException("not readable: " + e.getMessage());
        }
    }

    private byte[] bytes(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
