package io.hashlake.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A piece of YAML that knows where it stands. What is not there, or is something else, reads as empty. */
record YamlNode(String file, Node node) {

    record Entry(String key, YamlNode value) {}

    static YamlNode parse(String file, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        Optional<Node> root =
                new Composer(settings, new ParserImpl(settings, new StreamReader(settings, yaml))).getSingleNode();
        return new YamlNode(file, root.orElse(null));
    }

    boolean isMissing() {
        return node == null;
    }

    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    YamlNode get(String key) {
        return entries().stream()
                .filter(entry -> entry.key.equals(key))
                .map(Entry::value)
                .findFirst()
                .orElse(new YamlNode(file, null));
    }

    List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        }
        return items;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = new YamlNode(file, tuple.getKeyNode()).text();
                entries.add(new Entry(key, new YamlNode(file, tuple.getValueNode())));
            }
        }
        return entries;
    }

    /** File and line, counted from 1. */
    String location() {
        return node == null
                ? file
                : node.getStartMark()
                        .map(mark -> file + ":" + (mark.getLine() + 1))
                        .orElse(file);
    }
}
