package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.hashlake.api.problem.Problem;
import io.hashlake.warehouse.analytics.PostView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every own class that something looks into at run time is registered, and no other. The file is written anew by {@code -Dhashlake.update-docs=true}.
 */
class ReflectionTest {

    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/io.hashlake/hashlake/reflect-config.json");

    @Test
    void whatIsLookedIntoAtRunTimeIsRegistered() throws IOException {
        String needed = needed().stream()
                .map(("  {\"name\": \"%s\", \"allDeclaredConstructors\": true,"
                        + " \"allDeclaredFields\": true, \"allDeclaredMethods\": true}")::formatted)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(FILE, needed);
        }

        assertThat(FILE).as("-Dhashlake.update-docs=true writes it anew").hasContent(needed);
    }

    @Test
    void ofEachKindOneThatIsKnownIsFound() {
        assertThat(needed())
                .contains(PostView.class.getName(), Problem.class.getName())
                .contains(
                        "io.hashlake.tweet.User$Counts",
                        "io.hashlake.live.Situation",
                        "io.hashlake.live.SnapshotJson$PostIds",
                        "io.hashlake.app.command.JobCommand",
                        "io.hashlake.app.config.HashlakeConfig",
                        "io.hashlake.app.config.S3Config",
                        "io.hashlake.pipeline.SinkWorker",
                        "io.hashlake.pipeline.SinkConsumers",
                        "io.hashlake.pipeline.CompactionJob",
                        "io.hashlake.warehouse.sql.BoundedSockets");
    }

    private static Set<String> needed() {
        return Stream.of(
                        JsonTypes.all().stream(),
                        ReflectiveTypes.commands(),
                        ReflectiveTypes.configuration(),
                        ReflectiveTypes.beans(),
                        ReflectiveTypes.byName())
                .flatMap(types -> types)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
