package io.hashlake.pipeline;

import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;

/** Endpoints of a user's routes that are loaded: finds those that Camel could not make, without starting any. */
public final class RouteEndpoints {

    /** Components that ask for what only a running process has. */
    private static final Set<String> RUNNING = Set.of("x", "bean", "class", "ref", "jdbc", "sql");

    private final CamelContext camel;

    public RouteEndpoints(CamelContext camel) {
        this.camel = camel;
    }

    /** Returns a problem for each endpoint that cannot be made, with file and line of its route. */
    public List<String> problems(List<RouteFile> files) {
        List<RouteFile> own = files.stream().filter(file -> !file.isBuiltIn()).toList();
        return camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions().stream()
                .flatMap(route -> RouteLint.locationOf(route.getRouteId(), own).stream()
                        .flatMap(location -> problems(route).map(problem -> location + ": " + problem)))
                .toList();
    }

    private Stream<String> problems(RouteDefinition route) {
        Stream<String> sent =
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), SendDefinition.class).stream()
                        .map(SendDefinition::getEndpointUri);
        return Stream.concat(Stream.of(route.getInput().getEndpointUri()), sent)
                .filter(this::isKnownNow)
                .flatMap(uri -> problem(uri).stream());
    }

    private boolean isKnownNow(String uri) {
        int colon = uri.indexOf(':');
        return colon > 0 && !RUNNING.contains(uri.substring(0, colon));
    }

    private Optional<String> problem(String uri) {
        try {
            camel.getEndpoint(camel.resolvePropertyPlaceholders(uri));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("a route cannot be started: " + RootCause.messageOf(e));
        }
    }
}
