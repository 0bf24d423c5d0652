package io.hashlake.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The description of the API as the build makes it of the annotations. */
final class GeneratedDescription {

    private static final Path CLASSES = Path.of("target/classes");
    private static final List<String> ROOMS =
            List.of("api", "live", "index", "dynamodb", "warehouse/analytics", "warehouse/sql");

    private GeneratedDescription() {}

    static JsonNode read() throws IOException {
        SmallRyeOpenAPI description = SmallRyeOpenAPI.builder()
                .withIndex(index())
                .enableStandardStaticFiles(false)
                .defaultRequiredProperties(false)
                .addFilter(new DescriptionFilter())
                .build();
        return new ObjectMapper().readTree(description.toJSON());
    }

    private static Index index() throws IOException {
        Indexer indexer = new Indexer();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(CLASSES.resolve("io/hashlake").resolve(room))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    index(file, indexer);
                }
            }
        }
        return indexer.complete();
    }

    private static void index(Path file, Indexer indexer) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            indexer.index(in);
        }
    }
}
