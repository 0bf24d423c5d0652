package io.hashlake.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is made of the interfaces that declare properties; {@code -Dhashlake.update-docs=true} writes it anew. */
class ConfigurationDocTest {

    private static final Path DOC = Path.of("docs/configuration.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PROPERTY =
            Pattern.compile("/\\*\\*\\s*((?:(?!\\*/).)*?)\\s*\\*/(?:(?!/\\*\\*).)*?(\\w+)\\(\\);", Pattern.DOTALL);

    @Test
    void everyPropertyIsDocumentedWithItsDefault() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(DOC, expected);
        }
        assertThat(Files.readString(DOC)).isEqualTo(expected);
    }

    private static String document() throws IOException {
        StringBuilder table = new StringBuilder("""
                # Configuration

                Every property can be given as an environment variable, as `-Dproperty=value`, in a file `.env` or in
                `config/application.properties` below the working directory. A wrong value or an unknown property stops the start
                with a message that lists every mistake; only an unknown environment variable goes unnoticed. A Boolean is `true` or `false`.
                An empty value, which Compose files often give, means none where a property works without a value, and is a mistake elsewhere:
                leave the property out for its default. `QUARKUS_HTTP_HOST` and `QUARKUS_HTTP_PORT` say where health and metrics
                are served, `127.0.0.1` and `8080` by default.

                | property | environment variable | default | meaning |
                | --- | --- | --- | --- |
                """);
        TreeMap<String, String> rows = new TreeMap<>();
        for (Class<?> mapping : ConfigKeys.mappings()) {
            rows(mapping, rows);
        }
        rows.values().forEach(table::append);
        return table.toString();
    }

    private static void rows(Class<?> mapping, TreeMap<String, String> rows) throws IOException {
        for (Method property : mapping.getDeclaredMethods()) {
            String key = ConfigKeys.key(mapping, property);
            WithDefault given = property.getAnnotation(WithDefault.class);
            rows.put(
                    key,
                    "| `%s` | `%s` | %s | %s |%n"
                            .formatted(
                                    key,
                                    key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                                    given == null ? "" : "`" + given.value() + "`",
                                    meaning(mapping, property.getName())));
        }
    }

    private static String meaning(Class<?> group, String property) throws IOException {
        String source = Files.readString(SOURCES.resolve(group.getName().replace('.', '/') + ".java"));
        Matcher matcher = PROPERTY.matcher(source);
        matcher.region(source.indexOf(" interface "), source.length());
        while (matcher.find()) {
            if (matcher.group(2).equals(property)) {
                return matcher.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceFirst("^\\s*\\*\\s*", "")
                        .strip();
            }
        }
        throw new AssertionError(group.getSimpleName() + "." + property + " has no Javadoc");
    }
}
