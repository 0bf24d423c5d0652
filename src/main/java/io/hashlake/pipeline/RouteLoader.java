package io.hashlake.pipeline;

import io.hashlake.pipeline.RouteFiles.RouteFile;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Brings the route files into Camel. */
public final class RouteLoader {

    private RouteLoader() {}

    /**
     * Checks all files and loads them.
     *
     * @throws IllegalArgumentException if anything is wrong with them; the message lists every problem
     */
    public static void load(CamelContext camel, List<RouteFile> files) {
        List<String> problems = RouteLint.problemsOf(files);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The routes cannot be used:\n  " + String.join("\n  ", problems));
        }
        for (RouteFile file : files) {
            try {
                PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file.name(), file.yaml()));
            } catch (Exception e) {
                throw new IllegalArgumentException(
                        "The routes cannot be used:\n  " + file.location() + ": " + RootCause.messageOf(e), e);
            }
        }
    }

    /** Leaves the routes that other routes call, before any is started: nothing comes in by itself any more. */
    public static void dropSources(CamelContext camel) {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        List<RouteDefinition> sources = model.getRouteDefinitions().stream()
                .filter(route -> !route.getInput().getEndpointUri().startsWith("direct:"))
                .toList();
        try {
            model.removeRouteDefinitions(sources);
        } catch (Exception e) {
            throw new IllegalStateException("the sources could not be left out: " + RootCause.messageOf(e), e);
        }
    }
}
