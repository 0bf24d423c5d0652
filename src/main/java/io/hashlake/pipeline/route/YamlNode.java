package io.hashlake.pipeline.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A piece of YAML that knows its file and line. A missing piece, or one of another kind, reads as empty. */
public record YamlNode(RouteFile file, Node node) {

    /** A key with its value. */
    public record Entry(YamlNode name, YamlNode value) {

        public String key() {
            return name.text();
        }
    }

    static YamlNode parse(RouteFile file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.location()).build();
        ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, file.yaml()));
        Optional<Node> root = new Composer(settings, new DepthLimit(parser)).getSingleNode();
        return new YamlNode(file, root.orElse(null));
    }

    /** The node as YAML of ASCII characters. */
    static String written(Node node) {
        DumpSettings ascii = DumpSettings.builder().setUseUnicodeEncoding(false).build();
        return new Present(ascii)
                .emitToString(new Serialize(ascii).serializeOne(node).iterator());
    }

    public boolean isMissing() {
        return node == null;
    }

    /** Returns whether the key stands there without a value. */
    public boolean isBlank() {
        return isMissing()
                || node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    public YamlNode get(String key) {
        return entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst()
                .orElse(new YamlNode(file, null));
    }

    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        }
        return items;
    }

    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                entries.add(
                        new Entry(new YamlNode(file, tuple.getKeyNode()), new YamlNode(file, tuple.getValueNode())));
            }
        }
        return entries;
    }

    /** The texts of its entries, by key. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        entries().forEach(entry -> values.put(entry.key(), entry.value().text()));
        return values;
    }

    /** Counted from 1. */
    int line() {
        return node == null
                ? 1
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** File and line. */
    public String location() {
        return file.location() + ":" + line();
    }
}
