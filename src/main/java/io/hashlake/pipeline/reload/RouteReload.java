package io.hashlake.pipeline.reload;

import io.hashlake.pipeline.route.RouteChanges;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/**
 * Brings changed route files into force, one after the other, while all other routes run on. A file that cannot be is refused:
 * what it said before stays in force until its content, or that of another file, changes.
 */
public final class RouteReload {

    /** Stands for the directory where it cannot be read. */
    private static final String DIRECTORY = ".";

    private final RouteSource source;
    private final RoutesInForce inForce;
    private final Function<List<RouteFile>, List<String>> check;
    private final RouteExchange exchange;
    private final ReloadListener listener;

    /** Versions that did not start, with the reason: trying them again would stop their routes again. */
    private final Map<Map<String, RouteFile>, String> failed = new LinkedHashMap<>();

    private Map<String, RouteFile> seen = Map.of();
    private volatile List<RefusedFile> refused = List.of();

    /**
     * @param check finds what is wrong with a version beyond what {@link RouteLint} finds
     * @param commitSoon lets sinks commit what is on its way
     */
    public RouteReload(
            RouteSource source,
            RoutesInForce inForce,
            Function<List<RouteFile>, List<String>> check,
            ReloadListener listener,
            CamelContext camel,
            Runnable commitSoon) {
        this.source = source;
        this.inForce = inForce;
        this.check = check;
        this.listener = listener;
        this.exchange = new RouteExchange(camel, commitSoon);
    }

    /** The files that are refused now. */
    public List<RefusedFile> refused() {
        return refused;
    }

    /** Compares what is wanted with what is in force, and brings the one into the other. */
    public synchronized void check() throws InterruptedException {
        Map<String, RouteFile> wanted;
        try {
            wanted = byName(source.read());
        } catch (IOException e) {
            report(Map.of(DIRECTORY, String.valueOf(e.getMessage())), Map.of());
            return;
        }
        Map<String, String> problems = apply(wanted);
        report(problems, wanted);
        if (problems.isEmpty()) {
            failed.clear();
        }
    }

    /** A file may be in the way of another until it is changed too: those that were refused are tried again after others. */
    private Map<String, String> apply(Map<String, RouteFile> wanted) throws InterruptedException {
        Map<String, String> problems = new TreeMap<>();
        TreeSet<String> pending = changed(byName(inForce.files()), wanted);
        int before;
        do {
            before = pending.size();
            for (String name : List.copyOf(pending)) {
                Optional<String> problem = apply(List.of(name), wanted);
                problem.ifPresentOrElse(reason -> problems.put(name, reason), () -> pending.remove(name));
            }
            problems.keySet().retainAll(pending);
        } while (!pending.isEmpty() && pending.size() < before);
        if (pending.size() > 1 && apply(List.copyOf(pending), wanted).isEmpty()) {
            problems.clear();
        }
        return problems;
    }

    private static TreeSet<String> changed(Map<String, RouteFile> from, Map<String, RouteFile> to) {
        TreeSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        names.removeIf(name -> Objects.equals(from.get(name), to.get(name)));
        return names;
    }

    /** Brings these files into force; returns why not, if so. */
    private Optional<String> apply(List<String> names, Map<String, RouteFile> wanted) throws InterruptedException {
        Map<String, RouteFile> trial = byName(inForce.files());
        for (String name : names) {
            trial.remove(name);
            if (wanted.containsKey(name)) {
                trial.put(name, wanted.get(name));
            }
        }
        try {
            require(trial);
            exchange.make(inForce.files(), List.copyOf(trial.values()));
        } catch (IllegalArgumentException e) {
            failed.put(trial, e.getMessage());
            return Optional.of(e.getMessage());
        }
        inForce.replace(List.copyOf(trial.values()));
        names.forEach(listener::applied);
        return Optional.empty();
    }

    private void require(Map<String, RouteFile> trial) {
        String known = failed.get(trial);
        if (known != null) {
            throw new IllegalArgumentException(known);
        }
        List<RouteFile> files = List.copyOf(trial.values());
        RouteLint.require(files);
        RouteLint.require(check.apply(files).stream());
        RouteLint.require(RouteChanges.between(inForce.files(), files).needsRestart().stream());
    }

    private void report(Map<String, String> problems, Map<String, RouteFile> wanted) {
        List<RefusedFile> now = new ArrayList<>();
        problems.forEach((name, reason) -> now.add(new RefusedFile(name, reason)));
        now.stream()
                .filter(file ->
                        !refused.contains(file) || !Objects.equals(seen.get(file.name()), wanted.get(file.name())))
                .forEach(listener::refused);
        refused = List.copyOf(now);
        seen = wanted;
    }

    private static Map<String, RouteFile> byName(List<RouteFile> files) {
        Map<String, RouteFile> named = new LinkedHashMap<>();
        files.forEach(file -> named.put(file.name(), file));
        return named;
    }
}
