package io.hashlake.pipeline;

import io.hashlake.pipeline.RouteFiles.RouteFile;
import java.util.List;
import org.apache.camel.CamelContext;
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
}
