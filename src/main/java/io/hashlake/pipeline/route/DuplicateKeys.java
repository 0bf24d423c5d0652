package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Finds keys that stand twice in one mapping, of which YAML's readers silently take one. */
final class DuplicateKeys {

    private final Problems problems;

    /** Aliases lead to nodes that were checked already. */
    private final Set<Node> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    DuplicateKeys(Problems problems) {
        this.problems = problems;
    }

    void check(YamlNode node) {
        if (node.isMissing() || !checked.add(node.node())) {
            return;
        }
        node.items().forEach(this::check);
        Map<String, YamlNode> first = new HashMap<>();
        for (Entry entry : node.entries()) {
            YamlNode earlier = first.putIfAbsent(entry.key(), entry.name());
            if (earlier != null) {
                problems.add(
                        entry.name(),
                        "'" + entry.key() + "' stands here twice, first in line " + earlier.line()
                                + ": remove one of them, or begin another item with '- '");
            }
            check(entry.value());
        }
    }
}
