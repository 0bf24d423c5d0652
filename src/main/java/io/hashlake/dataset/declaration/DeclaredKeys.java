package io.hashlake.dataset.declaration;

import io.hashlake.pipeline.route.Problems;
import io.hashlake.pipeline.route.YamlNode;
import io.hashlake.pipeline.route.YamlNode.Entry;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Keys of a mapping in a declaration. Getters never throw: they record the problem and return a placeholder. */
final class DeclaredKeys {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String NAMES =
            "must be a name of small letters, digits and underscores that begins with a letter";

    private final YamlNode node;
    private final Problems problems;

    DeclaredKeys(YamlNode node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** Refuses every key that is not among these. */
    void allow(List<String> keys) {
        for (Entry entry : node.entries()) {
            if (!keys.contains(entry.key())) {
                problems.add(
                        entry.name(),
                        "'" + entry.key() + "' is not known here; allowed are " + String.join(", ", keys));
            }
        }
    }

    boolean has(String key) {
        return !node.get(key).isMissing();
    }

    List<YamlNode> items(String key) {
        YamlNode list = node.get(key);
        if (!list.isMissing() && !list.isList()) {
            refuse(key, "must be a list");
        }
        return list.items();
    }

    /** The texts of a list. */
    List<String> texts(String key) {
        return items(key).stream().map(YamlNode::text).toList();
    }

    String text(String key, String placeholder) {
        YamlNode value = node.get(key);
        if (value.isMissing()) {
            return placeholder;
        }
        if (!value.isScalar() || value.isBlank()) {
            refuse(key, "must be a text");
            return placeholder;
        }
        return value.text();
    }

    String required(String key) {
        if (node.get(key).isMissing()) {
            problems.add(node, "'" + key + "' is missing");
        }
        return text(key, "");
    }

    String name(String key) {
        String name = required(key);
        if (!name.isEmpty() && !isName(name)) {
            refuse(key, NAMES);
        }
        return name;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    boolean flag(String key) {
        String text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            refuse(key, "must be true or false");
        }
        return text.equals("true");
    }

    int number(String key, int placeholder) {
        return parsed(key, placeholder, Integer::valueOf, "must be a whole number");
    }

    /** The value as {@code parser} reads it; what it throws tells what is allowed. */
    <T> T parsed(String key, T placeholder, Function<String, T> parser) {
        return parsed(key, placeholder, parser, null);
    }

    /** @param allowed what the value must be; null where the parser tells it */
    <T> T parsed(String key, T placeholder, Function<String, T> parser, String allowed) {
        String text = text(key, "");
        if (text.isEmpty()) {
            return placeholder;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            refuse(key, allowed == null ? e.getMessage() : allowed);
            return placeholder;
        }
    }

    void refuse(String key, String rule) {
        YamlNode value = node.get(key);
        problems.add(value.isMissing() ? node : value, key + " = '" + value.text() + "': " + rule);
    }
}
