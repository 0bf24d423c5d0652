package io.hashlake.dataset.declaration;

import io.hashlake.core.Mistakes;
import io.hashlake.pipeline.route.Problems;
import io.hashlake.pipeline.route.RouteDirectory;
import io.hashlake.pipeline.route.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All datasets that are declared.
 *
 * @param all each after those that it refers to
 */
public record Datasets(List<Dataset> all) {

    public Datasets {
        all = List.copyOf(all);
    }

    /**
     * The datasets of a directory, which need not exist.
     *
     * @throws IllegalArgumentException if anything is wrong with them; the message lists every problem, one a line
     */
    public static Datasets in(Path directory) {
        Problems problems = new Problems();
        Map<String, Dataset> datasets = new TreeMap<>();
        for (RouteFile file : files(directory)) {
            new DatasetReader(problems).read(file).ifPresent(dataset -> datasets.put(dataset.name(), dataset));
        }
        List<String> all = new ArrayList<>(problems.sorted());
        addClashes(datasets, all);
        List<Dataset> ordered = new ReferenceOrder(datasets, all).ordered();
        if (!all.isEmpty()) {
            throw new IllegalArgumentException(String.join(Mistakes.SEPARATOR, all));
        }
        return new Datasets(ordered);
    }

    private static List<RouteFile> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try {
            List<RouteFile> files = new ArrayList<>();
            for (Path path : RouteDirectory.yamlFilesIn(directory)) {
                String name = directory.relativize(path).toString();
                files.add(RouteFile.of(name, path.toString(), Files.readAllBytes(path)));
            }
            return files;
        } catch (IOException e) {
            throw new IllegalArgumentException("the datasets in " + directory + " cannot be read: " + e, e);
        }
    }

    /** Tables and views share one space of names. */
    private static void addClashes(Map<String, Dataset> datasets, List<String> problems) {
        Map<String, String> taken = new HashMap<>();
        datasets.values().forEach(dataset -> taken.put(dataset.name(), dataset.location()));
        datasets.values().stream()
                .flatMap(dataset -> dataset.reports().stream())
                .forEach(report -> {
                    String other = taken.putIfAbsent(report.name(), report.location());
                    if (other != null) {
                        problems.add(report.location() + ": name = '" + report.name() + "': is taken by " + other);
                    }
                });
    }

    public Optional<Dataset> named(String name) {
        return all.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    /** Those whose pattern the file's name matches. */
    public List<Dataset> of(Path file) {
        return all.stream().filter(dataset -> dataset.takes(file)).toList();
    }

    /** All reports, those of a dataset after those of the datasets that it refers to. */
    public List<DatasetReport> reports() {
        return all.stream().flatMap(dataset -> dataset.reports().stream()).toList();
    }
}
