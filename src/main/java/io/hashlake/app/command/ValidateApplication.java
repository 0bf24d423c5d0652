package io.hashlake.app.command;

import io.hashlake.app.command.output.ReportFormat;
import io.hashlake.app.command.output.Validation;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.Mistakes;
import io.hashlake.pipeline.RouteEndpoints;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.route.RouteFile;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.camel.CamelContext;

/** Loads the routes as the start does, and starts none. */
public class ValidateApplication implements QuarkusApplication {

    @Inject
    CamelContext camel;

    @Inject
    Settings settings;

    @Override
    public int run(String... format) {
        List<RouteFile> routes = settings.routes();
        return Validation.of(routes.size(), problems(routes)).print(ReportFormat.valueOf(format[0]), System.out);
    }

    private List<String> problems(List<RouteFile> routes) {
        camel.getPropertiesComponent()
                .addInitialProperty("bus.recipients", settings.deployment().recipients());
        try {
            RouteLoader.load(camel, routes);
            return new RouteEndpoints(camel).problems(routes);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage().split(Mistakes.SEPARATOR));
        }
    }
}
