package io.hashlake.pipeline.reload;

import io.hashlake.camel.BatchConsumer;
import io.hashlake.pipeline.RootCause;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.route.RouteChanges;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;

/** Takes routes and templates out of a running Camel and puts others in, by their ids. */
final class RouteExchange {

    /** Time for which batches on their way are waited for; those that take longer are read again from the cursor. */
    private static final long SETTLE_SECONDS = 3;

    private static final long STOP_SECONDS = 1;

    private final CamelContext camel;
    private final Model model;
    private final Runnable commitSoon;

    /** @param commitSoon lets sinks commit what is on its way */
    RouteExchange(CamelContext camel, Runnable commitSoon) {
        this.camel = camel;
        this.model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        this.commitSoon = commitSoon;
    }

    /**
     * Makes the changes, or takes those back that were made before one failed.
     *
     * @throws IllegalArgumentException if what is to be added does not start; the message says why
     */
    void make(List<RouteFile> before, List<RouteFile> after) throws InterruptedException {
        try {
            make(RouteChanges.between(before, after));
        } catch (IllegalArgumentException e) {
            make(RouteChanges.between(after, before));
            throw e;
        }
    }

    private void make(RouteChanges changes) throws InterruptedException {
        leave(changes.stopped());
        for (String id : changes.stopped()) {
            remove(id);
        }
        changes.dropped().forEach(this::removeTemplate);
        RouteLint.require(changes.added().stream().flatMap(this::add).limit(1));
    }

    private void removeTemplate(String id) {
        try {
            model.removeRouteTemplateDefinition(model.getRouteTemplateDefinition(id));
        } catch (Exception e) {
            throw new IllegalStateException("the template " + id + " could not be removed", e);
        }
    }

    private Stream<String> add(RouteFile part) {
        try {
            RouteLoader.loadOne(camel, part);
            return Stream.empty();
        } catch (Exception e) {
            return Stream.of(part.location() + ": " + RootCause.messageOf(e));
        }
    }

    /** All at once, so that their last batches are committed together. */
    private void leave(List<String> ids) throws InterruptedException {
        CompletableFuture<?>[] left = ids.stream()
                .map(camel::getRoute)
                .filter(route -> route != null && route.getConsumer() instanceof BatchConsumer)
                .map(route -> ((BatchConsumer) route.getConsumer()).leave().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        if (left.length == 0) {
            return;
        }
        commitSoon.run();
        try {
            CompletableFuture.allOf(left).get(SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // A sink is out; whoever follows the same origin next waits until it is back.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void remove(String id) {
        try {
            Optional<Route> running = Optional.ofNullable(camel.getRoute(id));
            if (running.isPresent()) {
                camel.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(id);
            }
            RouteDefinition definition = model.getRouteDefinition(id);
            if (definition != null) {
                model.removeRouteDefinition(definition);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the route " + id + " could not be removed", e);
        }
    }
}
