package io.hashlake.pipeline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.k8s.MountedConfigMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFilterTest {

    private static final Clock LATER = Clock.fixed(Instant.now().plus(Duration.ofMinutes(5)), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsNotReadIsToldOfOnce() throws Exception {
        Files.writeString(directory.resolve("posts.json"), "");
        Files.writeString(directory.resolve(".hidden.txt"), "");
        Path text = Files.writeString(directory.resolve("notes.txt"), "");
        Path archive = Files.createDirectories(directory.resolve("archive"));
        Path link = Files.createSymbolicLink(directory.resolve("gone.json"), directory.resolve("nothing"));
        Files.createDirectories(directory.resolve("done"));
        Files.createDirectories(directory.resolve("failed"));

        poll(new InboxFilter(LATER, told::add), 3);

        assertThat(told)
                .containsExactly(
                        archive + " is skipped: it is a directory",
                        link + " is skipped: it is a link to nothing",
                        text + " is skipped: its name does not end in .json, .jsonl, .ndjson or .js,"
                                + " each also with .gz, .zst, .bz2 or .xz");
    }

    @Test
    void ofAMountedConfigMapOnlyItsFilesAreSeen() throws Exception {
        MountedConfigMap.mount(directory, Map.of("posts.json", "[]", "notes.txt", ""));

        poll(new InboxFilter(LATER, told::add), 1);

        assertThat(told).singleElement().asString().startsWith(directory.resolve("notes.txt") + " is skipped");
    }

    @Test
    void whatIsBeingWrittenIsNotToldOfYet() throws Exception {
        Files.writeString(directory.resolve("posts.part"), "");

        poll(new InboxFilter(Clock.systemUTC(), told::add), 1);

        assertThat(told).isEmpty();
    }

    private void poll(InboxFilter filter, int times) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            Endpoint endpoint = camel.getEndpoint("file:" + directory);
            for (int i = 0; i < times; i++) {
                assertThat(filter.begin(null, endpoint)).isTrue();
            }
        }
    }
}
