package io.hashlake.app.command;

import io.hashlake.app.runtime.ActiveSinks;
import io.hashlake.app.runtime.Bus;
import io.hashlake.app.runtime.ComplianceMeters;
import io.hashlake.app.runtime.Console;
import io.hashlake.app.runtime.DatasetTables;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.ErasureSchedule;
import io.hashlake.app.runtime.GapSchedule;
import io.hashlake.app.runtime.LakeStore;
import io.hashlake.app.runtime.ProcessEnd;
import io.hashlake.app.runtime.RoutesWatch;
import io.hashlake.app.runtime.SourceLeasing;
import io.hashlake.app.runtime.SourceMeters;
import io.hashlake.app.runtime.SpendSchedule;
import io.hashlake.app.runtime.WarehouseSchema;
import io.hashlake.app.settings.FileNames;
import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.files.FileSource;
import io.hashlake.pipeline.RootCause;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.pipeline.sink.CursorWriter;
import io.hashlake.pipeline.sink.SinkWorker;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.jboss.logging.Logger;

/** Brings the pipeline up from its end to its beginning, and down the other way round. */
public class HashlakeApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(HashlakeApplication.class);

    @Inject
    WarehouseSchema schema;

    @Inject
    DatasetTables datasets;

    @Inject
    Settings settings;

    @Inject
    LakeStore lake;

    @Inject
    ActiveSinks sinks;

    @Inject
    Bus bus;

    @Inject
    CursorWriter cursors;

    @Inject
    SourceLeasing leases;

    @Inject
    CamelContext camel;

    @Inject
    CamelRuntime runtime;

    @Inject
    FileSource files;

    @Inject
    SourceMeters sourceMeters;

    @Inject
    GapSchedule gaps;

    @Inject
    SpendSchedule spend;

    @Inject
    ErasureSchedule erasures;

    @Inject
    ComplianceMeters compliance;

    @Inject
    RoutesInForce routes;

    @Inject
    RoutesWatch watch;

    @Inject
    Console console;

    @Override
    public int run(String... args) {
        ProcessEnd.running(this::tellUncommitted);
        try {
            start();
            return work(args);
        } finally {
            stop();
            ProcessEnd.reached();
        }
    }

    /** Starts the pipeline; a part that does not start must not keep the process from ending either. */
    private void start() {
        try {
            prepare();
            sinks.start();
            leases.start();
            startRoutes();
            leases.claim();
            bus.start();
        } catch (RuntimeException | Error e) {
            ProcessEnd.limit(1);
            throw e;
        }
    }

    private void tellUncommitted() {
        sinks.all().forEach(SinkWorker::tellUncommitted);
    }

    /** Works while the routes run; returns the exit code. */
    int work(String... args) {
        startPeriodic();
        Quarkus.waitForExit();
        return 0;
    }

    /** Starts what is done beside the routes. */
    final void startPeriodic() {
        sourceMeters.start();
        spend.start();
        erasures.start();
        compliance.start();
        gaps.start();
        watch.start();
        console.start();
    }

    /** Called before any route is started. */
    void routesLoaded() {
        // all of them are wanted
    }

    private void prepare() {
        FileNames.warning(settings, routes.followed()).ifPresent(LOG::warn);
        List<String> problems = new ArrayList<>();
        attempt(this::prepareTables, problems);
        attempt(lake::check, problems);
        attempt(this::loadRoutes, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(new StartException(problems).getMessage());
        }
        routesLoaded();
    }

    private void prepareTables() throws IOException {
        schema.migrate();
        datasets.prepare();
    }

    private void loadRoutes() {
        camel.getPropertiesComponent()
                .addInitialProperty("bus.recipients", settings.deployment().recipients());
        RouteLoader.load(camel, settings.routes());
    }

    /** An endpoint's options are checked only now, when its route starts. */
    private void startRoutes() {
        try {
            runtime.start();
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    new StartException(List.of(located(e) + "a route cannot be started: " + RootCause.messageOf(e)))
                            .getMessage());
        }
    }

    /** The route's file and line, where the error tells which route it is. */
    private String located(Throwable error) {
        if (error instanceof FailedToStartRouteException failed) {
            return located(failed.getRouteId());
        }
        if (error instanceof FailedToCreateRouteException failed) {
            return located(failed.getRouteId());
        }
        return error.getCause() == null ? "" : located(error.getCause());
    }

    private String located(String routeId) {
        return RouteLint.locationOf(routeId, settings.routes())
                .map(location -> location + ": ")
                .orElse("");
    }

    private static void attempt(Step step, List<String> problems) {
        try {
            step.run();
        } catch (IOException | IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    /** Sources first; what they have handed over is committed at once rather than at the next rotation. */
    private void stop() {
        watch.stop();
        console.stop();
        gaps.stop();
        erasures.stop();
        files.stop();
        sinks.all().forEach(SinkWorker::commitAtOnce);
        runtime.stop();
        bus.stop();
        sinks.all().forEach(SinkWorker::close);
        cursors.close();
        spend.stop();
        leases.stop();
        EmbeddedServices.stop();
    }

    private interface Step {
        void run() throws IOException;
    }
}
