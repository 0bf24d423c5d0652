package io.hashlake.pipeline.route;

import io.hashlake.tweet.Hashtag;
import io.hashlake.x.client.SearchRequest.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Query that a route of {@code x:} asks X for.
 *
 * @param name of the source
 * @param isRule whether it is a rule of the filtered stream rather than a search
 * @param scope of the search
 */
public record FollowedQuery(String name, String query, boolean isRule, Scope scope) {

    /** The queries of files in which {@link RouteLint} finds nothing wrong; those with a placeholder are not known here. */
    public static List<FollowedQuery> in(List<RouteFile> files) {
        Definitions reader = new Definitions(new Problems());
        List<Definition> definitions =
                files.stream().flatMap(file -> reader.read(file).stream()).toList();
        Map<String, Template> templates = definitions.stream()
                .filter(definition -> definition.kind().equals(Definition.TEMPLATE))
                .collect(Collectors.toMap(Definition::id, definition -> Template.of(definition.node())));
        return definitions.stream()
                .flatMap(definition -> address(definition, templates).stream())
                .filter(address -> address.options().containsKey("query")
                        && !address.options().get("query").contains("{{"))
                .map(FollowedQuery::of)
                .toList();
    }

    private static FollowedQuery of(XAddress address) {
        return new FollowedQuery(address.name(), address.options().get("query"), !address.isSearch(), address.scope());
    }

    private static Optional<XAddress> address(Definition definition, Map<String, Template> templates) {
        YamlNode node = definition.node();
        return switch (definition.kind()) {
            case Definition.ROUTE ->
                XAddress.of(
                        node.get("from").get("uri").text(),
                        node.get("from").get("parameters").values());
            case Definition.TEMPLATED ->
                Optional.ofNullable(templates.get(node.get("routeTemplateRef").text()))
                        .flatMap(template -> template.address(bareParameters(node)));
            default -> Optional.empty();
        };
    }

    /** Parameters of a templatedRoute; a hashtag without its sign, as the template puts it. */
    static Map<String, String> bareParameters(YamlNode route) {
        Map<String, String> parameters = new HashMap<>();
        route.get("parameters").items().forEach(parameter -> {
            String name = parameter.get("name").text();
            String value = parameter.get("value").text();
            parameters.put(name, name.equals(TemplatedRouteCheck.HASHTAG) ? Hashtag.bare(value) : value);
        });
        return parameters;
    }
}
