package io.hashlake.pipeline;

import io.hashlake.pipeline.route.RouteDirectory;
import io.hashlake.pipeline.route.RouteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The route files that make the pipeline: those that come with the application, each replaced by the file of the same name in
 * the user's directory if there is one, and whatever else stands in that directory.
 */
public final class RouteFiles {

    /** Templates before what is made of them; named one by one, as a native image cannot list its resources. */
    static final List<String> BUILT_IN = List.of(
            "pipeline/keep-trying.yaml",
            "sinks/lake.yaml",
            "sinks/warehouse.yaml",
            "stores/raw-local.yaml",
            "stores/raw-s3.yaml",
            "sinks/raw.yaml",
            "bus/direct.yaml",
            "bus/kafka.yaml",
            "bus/kafka/consumer.yaml",
            "bus/kafka/lake.yaml",
            "bus/kafka/warehouse.yaml",
            "pipeline/batches.yaml",
            "jobs/job.yaml",
            "jobs/star-schema.yaml",
            "jobs/compaction.yaml",
            "jobs/marts.yaml",
            "sources/files.yaml",
            "pipeline/replay.yaml",
            "sources/x-search.yaml",
            "sources/x-stream.yaml",
            "sources/x-sample.yaml",
            "sources/twitter-search.yaml",
            "hashtags.yaml");

    private RouteFiles() {}

    /**
     * The deployment's files in the order in which they are to be loaded, and those with a wrong name, which {@link
     * io.hashlake.pipeline.route.RouteLint} refuses. {@code directory} need not exist.
     */
    public static List<RouteFile> in(Path directory, Deployment deployment) throws IOException {
        Map<String, RouteFile> files = new LinkedHashMap<>();
        for (String name : BUILT_IN) {
            files.put(name, builtIn(name));
        }
        for (Path path : yamlFilesIn(directory)) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            files.put(name, RouteFile.of(name, path.toString(), read(path)));
        }
        List<RouteFile> ordered = new ArrayList<>(files.values());
        RouteFile followed = files.get("hashtags.yaml");
        ordered.remove(followed);
        ordered.add(followed);
        return ordered.stream()
                .filter(file -> !file.isNamedAsOne() || deployment.loads(file.name()))
                .toList();
    }

    static RouteFile builtIn(String name) {
        try (InputStream file = RouteFiles.class.getResourceAsStream("/routes/" + name)) {
            return RouteFile.builtIn(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path path) throws IOException {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static List<Path> yamlFilesIn(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException(
                    "hashlake.routes = " + directory + ": is a file; allowed is a directory of route files");
        }
        return RouteDirectory.yamlFilesIn(directory);
    }
}
