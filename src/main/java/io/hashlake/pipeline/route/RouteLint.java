package io.hashlake.pipeline.route;

import io.hashlake.core.Mistakes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads route files before Camel does, and finds every mistake that can be found without running them. */
public final class RouteLint {

    private final Problems problems = new Problems();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, YamlNode> ids = new HashMap<>();

    private RouteLint() {}

    /** The problems, each with file and line, in their order; empty if there are none. */
    public static List<String> problemsOf(List<RouteFile> files) {
        RouteLint lint = new RouteLint();
        lint.check(files);
        return lint.problems.sorted();
    }

    /** @throws IllegalArgumentException if anything is wrong with the files; the message lists every problem, one a line */
    public static void require(List<RouteFile> files) {
        require(problemsOf(files).stream());
    }

    /** @throws IllegalArgumentException if there are problems; the message lists them, one a line */
    public static void require(Stream<String> problems) {
        String all = problems.collect(Collectors.joining(Mistakes.SEPARATOR));
        if (!all.isEmpty()) {
            throw new IllegalArgumentException(all);
        }
    }

    /** Says why Camel does not take the file, with the line where Camel tells it. */
    public static String problemOf(RouteFile file, Throwable error) {
        Problems problems = new Problems();
        Throwable cause = error;
        while (cause.getCause() != null && !(cause instanceof MarkedYamlEngineException)) {
            cause = cause.getCause();
        }
        if (cause instanceof MarkedYamlEngineException marked) {
            problems.add(file, SyntaxProblem.lineOf(marked), marked.getProblem());
        } else {
            problems.add(
                    file,
                    1,
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString()));
        }
        return problems.sorted().get(0);
    }

    /** Returns what is wrong with a hashtag, and what to write; empty if X knows it. */
    public static Optional<String> problemOfHashtag(String hashtag) {
        return new HashtagRule().problemOf(hashtag);
    }

    /** File and line of the route with this id; empty if the files have none. */
    public static Optional<String> locationOf(String id, List<RouteFile> files) {
        Definitions reader = new Definitions(new Problems());
        return files.stream()
                .flatMap(file -> reader.read(file).stream())
                .filter(definition -> definition.id().equals(id))
                .map(definition -> definition.node().location())
                .findFirst();
    }

    private void check(List<RouteFile> files) {
        Definitions reader = new Definitions(problems);
        List<Definition> definitions = new ArrayList<>();
        files.forEach(file -> definitions.addAll(reader.read(file)));
        definitions.stream()
                .filter(definition -> definition.kind().equals(Definition.TEMPLATE))
                .forEach(definition -> templates.put(definition.id(), Template.of(definition.node())));
        FollowedSources sources = new FollowedSources(templates, problems);
        for (Definition definition : definitions) {
            check(definition);
            sources.add(definition);
        }
    }

    private void check(Definition definition) {
        requireText(definition.node(), definition.idKey());
        switch (definition.kind()) {
            case Definition.ROUTE, Definition.TEMPLATE -> {
                requireText(definition.node(), "description");
                requireUnique(definition);
            }
            case Definition.TEMPLATED -> {
                requireUnique(definition);
                new TemplatedRouteCheck(templates, problems).check(definition.node());
            }
            default -> {
                // a routeConfiguration has an id alone
            }
        }
    }

    private void requireText(YamlNode node, String key) {
        if (node.get(key).text().isBlank()) {
            problems.add(node, "'" + key + "' is missing");
        }
    }

    private void requireUnique(Definition definition) {
        String id = definition.id();
        YamlNode at = definition.node().get(definition.idKey());
        YamlNode earlier = id.isBlank() ? null : ids.putIfAbsent(id, at);
        if (earlier != null) {
            problems.addClash(
                    at,
                    earlier,
                    "the id '" + id + "' is taken already",
                    "; ids are unique over all files, so write another one");
        }
    }
}
