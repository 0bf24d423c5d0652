package io.hashlake.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.Documents;
import io.hashlake.k8s.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads Terraform's language by its own parser, which npm has as WebAssembly. */
final class HclParser {

    static final Path DIRECTORY = Path.of("target/terraform");
    private static final Path SOURCES = Path.of("src/test/terraform");

    private HclParser() {}

    /** Skips the test where npm is missing or reaches no registry. */
    static void install() throws IOException {
        Command.require("npm", "--version");
        Files.createDirectories(DIRECTORY);
        for (String name : List.of("package.json", "parse.js")) {
            Files.copy(SOURCES.resolve(name), DIRECTORY.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Command.Result installed =
                Command.run(DIRECTORY, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(installed.exitCode() == 0, "npm cannot fetch the parser: " + installed.output());
    }

    /** Returns what each directory below {@code root} declares, by its path. */
    static Map<Path, Configuration> read(Path root) throws IOException {
        Command.Result parsed = Command.run(DIRECTORY, command(root).toArray(String[]::new));
        assertThat(parsed.exitCode()).as(parsed.output()).isZero();
        Map<Path, Configuration> configurations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file :
                new ObjectMapper().readTree(parsed.output()).properties()) {
            Path directory = Path.of(file.getKey()).getParent();
            configurations
                    .computeIfAbsent(directory, path -> new Configuration(path, new ArrayList<>()))
                    .files()
                    .add(file.getValue());
        }
        return configurations;
    }

    private static List<String> command(Path root) {
        Stream<String> files =
                Documents.files(root.toAbsolutePath(), ".tf").stream().map(Path::toString);
        return Stream.concat(Stream.of("node", "parse.js"), files).toList();
    }
}
