package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read by name is part of the image, and what nobody reads is not. */
class ResourcesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Quarkus includes web files, services and migrations itself, and reads its configuration while it builds. */
    private static final List<String> OF_QUARKUS = List.of("META-INF/**", "db/migration/*", "application.properties");

    private final List<String> included = patterns("includes");
    private final List<String> excluded = patterns("excludes");

    @Test
    void everyOwnResourceIsIncluded() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RESOURCES.relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(name -> isOneOf(OF_QUARKUS, name) || isOneOf(included, name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "langdetect-183.bin",
                "opennlp/tools/util/opennlp.version",
                "vader_sentiment_lexicon.txt",
                "lexicons/languages/AFINN-pt.json",
                "sh/detect_linux_distribution.sh",
                "postgres-linux-x86_64.txz"
            })
    void whatLibrariesBringIsThereAndIncluded(String resource) {
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
        assertThat(isOneOf(included, resource)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "software/amazon/awssdk/services/s3/S3Client.class",
                "org/xerial/snappy/native/Windows/x86/snappyjava.dll"
            })
    void whatNobodyReadsIsLeftOut(String resource) {
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
        assertThat(isOneOf(excluded, resource)).isTrue();
    }

    private static boolean isOneOf(List<String> globs, String name) {
        return globs.stream()
                .anyMatch(glob ->
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name)));
    }

    private static List<String> patterns(String kind) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(properties
                .getProperty("quarkus.native.resources." + kind)
                .strip()
                .split("\\s*,\\s*"));
    }
}
