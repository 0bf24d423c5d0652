package io.hashlake.pipeline.route;

import io.hashlake.tweet.Hashtag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Route that follows something on X, in files in which {@link RouteLint} finds nothing wrong.
 *
 * @param name of the source
 * @param location file and line
 * @param isAlone whether its file holds nothing but this hashtag, made of a template
 */
public record SourceRoute(String name, RouteFile file, String location, boolean isAlone) {

    /** A definition with the address from which its route reads. */
    record Addressed(Definition definition, XAddress address) {}

    /** Those whose name no placeholder hides. */
    public static List<SourceRoute> in(List<RouteFile> files) {
        List<Definition> definitions = definitions(files);
        Map<RouteFile, Long> sizes = definitions.stream()
                .collect(Collectors.groupingBy(definition -> definition.node().file(), Collectors.counting()));
        return addressed(definitions)
                .filter(route -> !route.address().name().contains("{{"))
                .map(route -> of(route, sizes.get(route.definition().node().file())))
                .toList();
    }

    private static SourceRoute of(Addressed route, long size) {
        Definition definition = route.definition();
        boolean isHashtag = definition.kind().equals(Definition.TEMPLATED)
                && parameters(definition.node()).containsKey(TemplatedRouteCheck.HASHTAG);
        return new SourceRoute(
                route.address().name(),
                definition.node().file(),
                definition.node().location(),
                isHashtag && size == 1);
    }

    static List<Definition> definitions(List<RouteFile> files) {
        Definitions reader = new Definitions(new Problems());
        return files.stream().flatMap(file -> reader.read(file).stream()).toList();
    }

    static Stream<Addressed> addressed(List<Definition> definitions) {
        Map<String, Template> templates = new HashMap<>();
        definitions.stream()
                .filter(definition -> definition.kind().equals(Definition.TEMPLATE))
                .forEach(definition -> templates.put(definition.id(), Template.of(definition.node())));
        return definitions.stream().flatMap(definition -> address(definition, templates).stream()
                .map(address -> new Addressed(definition, address)));
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
                        .flatMap(template -> template.address(parameters(node)));
            default -> Optional.empty();
        };
    }

    /** Parameters of a templatedRoute; a hashtag without its sign, as the template puts it. */
    static Map<String, String> parameters(YamlNode route) {
        Map<String, String> parameters = new HashMap<>();
        route.get("parameters").items().forEach(parameter -> {
            String name = parameter.get("name").text();
            String value = parameter.get("value").text();
            parameters.put(name, name.equals(TemplatedRouteCheck.HASHTAG) ? Hashtag.bare(value) : value);
        });
        return parameters;
    }
}
