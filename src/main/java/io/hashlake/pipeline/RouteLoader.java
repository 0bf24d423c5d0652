package io.hashlake.pipeline;

import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.tweet.Hashtag;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Brings the route files into Camel. */
public final class RouteLoader {

    private RouteLoader() {}

    /**
     * Checks all files and loads them.
     *
     * @throws IllegalArgumentException if anything is wrong with them; the message lists every problem, one a line
     */
    public static void load(CamelContext camel, List<RouteFile> files) {
        RouteLint.require(files);
        camel.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addRouteTemplateDefinitionConverter("*", RouteLoader::withoutSign);
        RouteLint.require(files.stream().flatMap(file -> add(camel, file).stream()));
    }

    private static Optional<String> add(CamelContext camel, RouteFile file) {
        try {
            loadOne(camel, file);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(RouteLint.problemOf(file, e));
        }
    }

    /**
     * Loads one file that {@link RouteLint} finds nothing wrong with.
     *
     * @throws Exception if Camel does not take it
     */
    public static void loadOne(CamelContext camel, RouteFile file) throws Exception {
        // Camel reads every file, a text as well, in the platform's charset.
        String yaml = file.writtenIn(Charset.defaultCharset());
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file.name(), yaml));
    }

    /** Templates put the sign themselves, so whether a hashtag was given with it makes no difference. */
    private static RouteDefinition withoutSign(RouteTemplateDefinition template, Map<String, Object> parameters)
            throws Exception {
        parameters.computeIfPresent("hashtag", (name, hashtag) -> Hashtag.bare(hashtag.toString()));
        return RouteTemplateDefinition.Converter.DEFAULT_CONVERTER.apply(template, parameters);
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
