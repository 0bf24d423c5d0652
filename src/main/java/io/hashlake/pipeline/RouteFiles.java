package io.hashlake.pipeline;

import io.hashlake.pipeline.route.RouteDirectory;
import io.hashlake.pipeline.route.RouteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** The template of every sink's route. */
    static final String SINK_TEMPLATE = "sinks/sink.yaml";

    private static final String HASHTAGS = "hashtags.yaml";

    /** Templates before what is made of them; named one by one, as a native image cannot list its resources. */
    private static final List<String> SHARED = List.of(
            "pipeline/keep-trying.yaml",
            SINK_TEMPLATE,
            "stores/raw-local.yaml",
            "stores/raw-s3.yaml",
            "bus/direct.yaml",
            "bus/kafka.yaml",
            "bus/kafka/consumer.yaml",
            "pipeline/batches.yaml",
            "jobs/job.yaml",
            "jobs/partitions.yaml",
            "jobs/retention.yaml",
            "jobs/star-schema.yaml",
            "jobs/compaction.yaml",
            "jobs/marts.yaml",
            "jobs/datasets.yaml",
            "jobs/iceberg-register.yaml",
            "jobs/compliance.yaml",
            "sources/files.yaml",
            "pipeline/replay.yaml",
            "sources/x-search.yaml",
            "sources/x-stream.yaml",
            "sources/x-sample.yaml",
            "sources/twitter-search.yaml",
            "sources/bluesky.yaml",
            "sources/mastodon.yaml",
            "sources/kinesis.yaml",
            HASHTAGS);

    private RouteFiles() {}

    /**
     * The deployment's files in the order in which they are to be loaded, and those with a wrong name, which {@link
     * io.hashlake.pipeline.route.RouteLint} refuses. {@code directory} need not exist.
     */
    public static List<RouteFile> in(Path directory, Deployment deployment) throws IOException {
        Map<String, RouteFile> files = new LinkedHashMap<>();
        builtIn(deployment.installed()).forEach(file -> files.put(file.name(), file));
        files.put(
                HASHTAGS, RouteFile.builtIn(HASHTAGS, resource(deployment.demo().resource())));
        for (Path path : yamlFilesIn(directory)) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            files.put(name, RouteFile.of(name, path.toString(), read(path)));
        }
        List<RouteFile> ordered = new ArrayList<>(files.values());
        RouteFile followed = files.get(HASHTAGS);
        ordered.remove(followed);
        ordered.add(followed);
        return ordered.stream()
                .filter(file -> !file.isNamedAsOne() || deployment.loads(file.name()))
                .toList();
    }

    /** Tells whether a file of this name comes with the application; those of single sinks do not count. */
    public static boolean isBuiltIn(String name) {
        return SHARED.contains(name);
    }

    /** All of them, {@code sinks/NAME.yaml} and {@code bus/kafka/NAME.yaml} of every sink among them. */
    static List<RouteFile> builtIn(Sinks sinks) {
        List<RouteFile> files =
                new ArrayList<>(SHARED.stream().map(RouteFiles::builtIn).toList());
        sinks.names().forEach(sink -> files.add(builtIn("sinks/" + sink + ".yaml")));
        sinks.names().forEach(sink -> files.add(consumer(sink)));
        return files;
    }

    /** The route that feeds the sink from Kafka; but for the name it is the same for every sink, so it is no resource. */
    private static RouteFile consumer(String sink) {
        String yaml = """
                - templatedRoute:
                    routeId: kafka-%1$s
                    routeTemplateRef: kafka-consumer
                    parameters:
                      - name: sink
                        value: %1$s
                """.formatted(sink);
        return RouteFile.builtIn("bus/kafka/" + sink + ".yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static RouteFile builtIn(String name) {
        return RouteFile.builtIn(name, resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream file = RouteFiles.class.getResourceAsStream("/routes/" + name)) {
            if (file == null) {
                throw new IllegalStateException("routes/" + name + " is missing among the application's resources");
            }
            return file.readAllBytes();
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
