package io.hashlake.pipeline.route;

import io.hashlake.tweet.Hashtag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Route that follows something, in files in which {@link RouteLint} finds nothing wrong.
 *
 * @param source address from which it reads
 * @param location file and line
 * @param isAlone whether its file holds nothing but this hashtag, made of a template
 */
public record SourceRoute(SourceUri source, RouteFile file, String location, boolean isAlone) {

    private static final Pattern SERVER = Pattern.compile("[a-z0-9-]+([.][a-z0-9-]+)+|localhost(-[0-9]+)?");

    /** A definition with the address from which its route reads, and the options beside it. */
    record Addressed(Definition definition, String uri, Map<String, String> options) {}

    /** Those whose name no placeholder hides. */
    public static List<SourceRoute> in(List<RouteFile> files) {
        List<Definition> definitions = definitions(files);
        Map<RouteFile, Long> sizes = definitions.stream()
                .collect(Collectors.groupingBy(definition -> definition.node().file(), Collectors.counting()));
        return addressed(definitions)
                .flatMap(route -> SourceUri.of(route.uri())
                        .map(source -> of(
                                source,
                                route.definition(),
                                sizes.get(route.definition().node().file())))
                        .stream())
                .toList();
    }

    private static SourceRoute of(SourceUri source, Definition definition, long size) {
        boolean isHashtag = definition.kind().equals(Definition.TEMPLATED)
                && parameters(definition.node()).containsKey(TemplatedRouteCheck.HASHTAG);
        return new SourceRoute(
                source, definition.node().file(), definition.node().location(), isHashtag && size == 1);
    }

    /** Returns whether the route makes a source of that name. */
    public boolean makes(String name) {
        String own = Hashtag.canonical(source.name());
        String other = Hashtag.canonical(name);
        return other.equals(own)
                || source.hasServers()
                        && other.startsWith(own + "-")
                        && SERVER.matcher(other.substring(own.length() + 1)).matches();
    }

    /** Returns the name that the route gives its source. */
    public String name() {
        return source.name();
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
        return definitions.stream().flatMap(definition -> addressed(definition, templates).stream());
    }

    private static Optional<Addressed> addressed(Definition definition, Map<String, Template> templates) {
        YamlNode node = definition.node();
        return switch (definition.kind()) {
            case Definition.ROUTE ->
                Optional.of(new Addressed(
                        definition,
                        node.get("from").get("uri").text(),
                        node.get("from").get("parameters").values()));
            case Definition.TEMPLATED ->
                Optional.ofNullable(templates.get(node.get("routeTemplateRef").text()))
                        .map(template -> new Addressed(
                                definition, template.uri(parameters(node)), template.options(parameters(node))));
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
