package io.hashlake.pipeline.route;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One item of a route file.
 *
 * @param kind its key, such as {@code templatedRoute}
 * @param node its content
 */
record Definition(String kind, YamlNode node) {

    static final String ROUTE = "route";
    static final String TEMPLATE = "routeTemplate";
    static final String TEMPLATED = "templatedRoute";
    static final String CONFIGURATION = "routeConfiguration";

    /** The kinds that are allowed, as messages list them. */
    static final List<String> KINDS = List.of(ROUTE, CONFIGURATION, TEMPLATE, TEMPLATED);

    /** The key under which its id stands. */
    String idKey() {
        return kind.equals(TEMPLATED) ? "routeId" : "id";
    }

    String id() {
        return node.get(idKey()).text();
    }

    /** Its content as YAML, without comments and in one layout. */
    String text() {
        return YamlNode.written(node.node());
    }

    /** A file with this item alone. */
    RouteFile alone() {
        Node key = new ScalarNode(Tag.STR, kind, ScalarStyle.PLAIN);
        Node item = new MappingNode(Tag.MAP, List.of(new NodeTuple(key, node.node())), FlowStyle.BLOCK);
        Node list = new SequenceNode(Tag.SEQ, List.of(item), FlowStyle.BLOCK);
        return new RouteFile(node.file().name(), node.location(), YamlNode.written(list));
    }
}
