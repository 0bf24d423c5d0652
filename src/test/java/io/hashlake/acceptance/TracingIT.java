package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.servers.ReceivedSpan;
import io.hashlake.servers.TraceReceiver;
import io.hashlake.simulator.TestSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's own tools get of a process: traces by OTLP, logs in JSON, and the audit log among them. */
class TracingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ATTRIBUTES =
            Set.of("hashlake.source", "hashlake.sink", "hashlake.posts", "hashlake.rejected");

    @TempDir
    Path directory;

    @Test
    void eachBatchIsATraceAndEachLineOfTheLogAnObject() throws Exception {
        try (Workspace workspace =
                        new Workspace(directory, TestSimulator.settings().withHashtags(List.of("climate")));
                TraceReceiver receiver = TraceReceiver.start();
                HashlakeProcess process = workspace.start(Map.of(
                        "hashlake.roles", "ingest,lake,warehouse",
                        "hashlake.reload.every", "1s",
                        "hashlake.tracing.endpoint", receiver.endpoint().toString(),
                        "quarkus.log.console.json.enabled", "true"))) {
            process.awaitUp();
            await().atMost(Duration.ofSeconds(60)).until(() -> receiver.spans().stream()
                    .anyMatch(span -> span.name().equals("source") && isWhole(span, receiver.spans())));
            assertThat(receiver.spans()).allSatisfy(span -> assertThat(ATTRIBUTES)
                    .containsAll(span.attributes().keySet()));
            Path routes = directory.resolve("routes/hashtags.yaml");
            Files.writeString(routes, Files.readString(routes).replace("climate", "rain"));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(audit(process))
                    .anyMatch(message ->
                            message.matches("route applied: hashtags\\.yaml \\+#?rain -#?climate by owner \\S+")));
        }
    }

    private static boolean isWhole(ReceivedSpan source, List<ReceivedSpan> spans) {
        Set<String> children = spans.stream()
                .filter(span ->
                        span.trace().equals(source.trace()) && span.parent().equals(source.id()))
                .map(ReceivedSpan::name)
                .collect(Collectors.toSet());
        return children.equals(Set.of("sink lake", "sink warehouse"));
    }

    private static List<String> audit(HashlakeProcess process) throws Exception {
        List<JsonNode> records = new java.util.ArrayList<>();
        for (String line : process.output().lines().toList()) {
            records.add(JSON.readTree(line));
        }
        return records.stream()
                .filter(record -> record.get("loggerName").textValue().equals("hashlake.audit"))
                .map(record -> record.get("message").textValue())
                .toList();
    }
}
