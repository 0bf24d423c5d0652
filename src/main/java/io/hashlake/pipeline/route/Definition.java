package io.hashlake.pipeline.route;

import java.util.List;

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
}
