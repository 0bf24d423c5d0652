package io.hashlake.pipeline;

import io.hashlake.pipeline.RouteFiles.RouteFile;
import io.hashlake.pipeline.YamlNode.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads route files before Camel does, and finds every mistake that can be found without running them. */
public final class RouteLint {

    private static final Set<String> KINDS = Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private record Template(Set<String> required, Set<String> known) {}

    private RouteLint() {}

    /** The problems, each with file and line; empty if there are none. */
    public static List<String> problemsOf(List<RouteFile> files) {
        RouteLint lint = new RouteLint();
        List<Definition> definitions =
                files.stream().flatMap(file -> lint.definitions(file).stream()).toList();
        definitions.forEach(lint::readTemplate);
        definitions.forEach(lint::check);
        return lint.problems;
    }

    private record Definition(String kind, YamlNode node) {}

    private List<Definition> definitions(RouteFile file) {
        List<Definition> definitions = new ArrayList<>();
        try {
            YamlNode root = YamlNode.parse(file.location(), file.yaml());
            for (YamlNode item : root.items()) {
                for (Entry entry : item.entries()) {
                    definitions.add(new Definition(entry.key(), entry.value()));
                    requireKind(item, entry.key());
                }
            }
        } catch (YamlEngineException e) {
            problems.add(file.location() + ": no valid YAML: " + e.getMessage().replace('\n', ' '));
        }
        return definitions;
    }

    private void requireKind(YamlNode node, String kind) {
        if (!KINDS.contains(kind)) {
            problem(
                    node,
                    "'" + kind + "' is not known here; allowed are "
                            + KINDS.stream().sorted().toList());
        }
    }

    private void readTemplate(Definition definition) {
        if (!definition.kind.equals("routeTemplate")) {
            return;
        }
        Set<String> required = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (YamlNode parameter : definition.node.get("parameters").items()) {
            String name = parameter.get("name").text();
            known.add(name);
            if (parameter.get("defaultValue").isMissing()
                    && !parameter.get("required").text().equals("false")) {
                required.add(name);
            }
        }
        templates.put(definition.node.get("id").text(), new Template(required, known));
    }

    private void check(Definition definition) {
        switch (definition.kind) {
            case "route", "routeTemplate" -> {
                requireText(definition.node, "id");
                requireText(definition.node, "description");
                requireUnique(definition.node, "id");
            }
            case "routeConfiguration" -> requireText(definition.node, "id");
            case "templatedRoute" -> checkTemplated(definition.node);
            default -> {
                // reported where it was read
            }
        }
    }

    private void checkTemplated(YamlNode route) {
        requireText(route, "routeId");
        requireUnique(route, "routeId");
        String reference = route.get("routeTemplateRef").text();
        Template template = templates.get(reference);
        if (template == null) {
            problem(route, "there is no routeTemplate '" + reference + "'; there are " + sorted(templates.keySet()));
            return;
        }
        Set<String> given = new HashSet<>();
        for (YamlNode parameter : route.get("parameters").items()) {
            String name = parameter.get("name").text();
            if (!template.known.contains(name)) {
                problem(
                        parameter,
                        "the template '" + reference + "' has no parameter '" + name + "'; it has "
                                + sorted(template.known));
            }
            if (parameter.get("value").text().isBlank()) {
                problem(parameter, "the parameter '" + name + "' has no value");
            }
            given.add(name);
        }
        template.required.stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> problem(route, "the template '" + reference + "' needs the parameter '" + name + "'"));
    }

    private void requireText(YamlNode node, String key) {
        if (node.get(key).text().isBlank()) {
            problem(node, "'" + key + "' is missing");
        }
    }

    private void requireUnique(YamlNode node, String key) {
        String id = node.get(key).text();
        if (!id.isEmpty() && !ids.add(id)) {
            problem(node, "the id '" + id + "' is taken already; ids are unique over all files");
        }
    }

    private void problem(YamlNode node, String problem) {
        problems.add(node.location() + ": " + problem);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
