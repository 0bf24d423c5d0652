package io.hashlake.pipeline.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Differences between two versions of the route files, definition by definition; comments and layout make none.
 *
 * @param stopped ids of the routes that are gone or made otherwise now
 * @param dropped ids of the templates that are gone or read otherwise now
 * @param added definitions to load, templates before routes, each as a file of its own
 * @param needsRestart why the change cannot be made while posts pass through the routes; empty if it can
 */
public record RouteChanges(
        List<String> stopped, List<String> dropped, List<RouteFile> added, Optional<String> needsRestart) {

    private static final String RESTART = "takes effect at the next start: ";

    /** Definition with what it is made of. */
    private record Part(Definition definition, String text, String from) {

        boolean isTemplate() {
            return definition.kind().equals(Definition.TEMPLATE);
        }

        boolean isRoute() {
            return !isTemplate() && !definition.kind().equals(Definition.CONFIGURATION);
        }
    }

    /** Returns what leads from one version to the other; both are files that {@link RouteLint} finds nothing wrong with. */
    public static RouteChanges between(List<RouteFile> before, List<RouteFile> after) {
        Map<String, Part> old = parts(before);
        Map<String, Part> wanted = parts(after);
        List<Part> ended = different(old, wanted);
        List<Part> begun = different(wanted, old);
        return new RouteChanges(
                ids(ended.stream().filter(Part::isRoute)),
                ids(ended.stream().filter(Part::isTemplate)),
                begun.stream()
                        .filter(part -> part.isTemplate() || part.isRoute())
                        .sorted((one, other) -> Boolean.compare(other.isTemplate(), one.isTemplate()))
                        .map(part -> part.definition().alone())
                        .toList(),
                reason(ended, begun));
    }

    private static List<String> ids(Stream<Part> parts) {
        return parts.map(part -> part.definition().id()).toList();
    }

    private static List<Part> different(Map<String, Part> parts, Map<String, Part> from) {
        return parts.entrySet().stream()
                .filter(entry -> !from.containsKey(entry.getKey())
                        || !Objects.equals(
                                entry.getValue().text(),
                                from.get(entry.getKey()).text()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Only what reads from X knows how to stop without losing a batch on its way. */
    private static Optional<String> reason(List<Part> ended, List<Part> begun) {
        Optional<String> configuration = Stream.concat(ended.stream(), begun.stream())
                .filter(part -> part.definition().kind().equals(Definition.CONFIGURATION))
                .findFirst()
                .map(part -> RESTART + "a routeConfiguration cannot be changed while routes run");
        return configuration.or(() -> ended.stream()
                .filter(part -> part.isRoute() && !part.from().startsWith("x:"))
                .findFirst()
                .map(part -> RESTART + "the route '" + part.definition().id() + "' reads from "
                        + part.from().split("[?]")[0] + ", and only routes that read from x: are changed or removed"
                        + " while they run"));
    }

    private static Map<String, Part> parts(List<RouteFile> files) {
        Definitions reader = new Definitions(new Problems());
        List<Definition> all =
                files.stream().flatMap(file -> reader.read(file).stream()).toList();
        Map<String, Definition> templates = new TreeMap<>();
        all.stream()
                .filter(definition -> definition.kind().equals(Definition.TEMPLATE))
                .forEach(template -> templates.put(template.id(), template));
        Map<String, Part> parts = new LinkedHashMap<>();
        all.forEach(definition -> parts.put(key(definition), part(definition, templates)));
        return parts;
    }

    private static String key(Definition definition) {
        return switch (definition.kind()) {
            case Definition.TEMPLATE, Definition.CONFIGURATION -> definition.kind() + " " + definition.id();
            default -> Definition.ROUTE + " " + definition.id();
        };
    }

    /** Compares what is made of a template together with it: it changes when the template does. */
    private static Part part(Definition definition, Map<String, Definition> templates) {
        String own = definition.kind() + definition.text();
        Definition template = definition.kind().equals(Definition.TEMPLATED)
                ? templates.get(definition.node().get("routeTemplateRef").text())
                : null;
        return template == null
                ? new Part(definition, own, uri(definition.node()))
                : new Part(
                        definition, own + template.text(), uri(template.node().get("route")));
    }

    private static String uri(YamlNode route) {
        return route.get("from").get("uri").text();
    }
}
