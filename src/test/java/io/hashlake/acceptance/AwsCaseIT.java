package io.hashlake.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.Documents;
import io.hashlake.k8s.Command;
import io.hashlake.servers.DynamoDbServer;
import io.hashlake.warehouse.PreparedWarehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/cases/aws-idempotent-path.md, as they stand there, with other ports. */
class AwsCaseIT {

    private static final Path PAGE = Documents.DOCS.resolve("cases/aws-idempotent-path.md");
    private static final Pattern EXPORT = Pattern.compile("export (\\w+=\\S+)");

    @TempDir
    Path directory;

    @Test
    void aPostIsFoundByItsUserAndByTheHashThatIsComputedOfIt() throws Exception {
        Command.require("jq", "--version");
        List<String> blocks = Documents.blocks(PAGE, "sh");
        assertThat(blocks.get(0)).contains("dynalite@" + DynamoDbServer.version());
        PreparedWarehouse.copyToDataOf(directory);
        try (DynamoDbServer server = DynamoDbServer.start(directory.resolve("dynalite"));
                HashlakeProcess hashlake = start(blocks.get(1), server)) {
            for (String block : blocks.subList(2, blocks.size())) {
                String command = block.replace("http://localhost:8080", hashlake.address());
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertWorks(command));
            }
        }
    }

    private HashlakeProcess start(String block, DynamoDbServer server) throws Exception {
        String exports =
                block.replace("http://localhost:8000", server.endpoint().toString());
        Map<String, String> environment = Documents.groups(EXPORT, exports).stream()
                .collect(toMap(export -> export.split("=")[0], export -> export.split("=")[1]));
        ProcessBuilder builder = new ProcessBuilder().directory(directory.toFile());
        builder.environment().putAll(environment);
        return HashlakeProcess.start(builder, Map.of(), List.of()).awaitUp();
    }

    private void assertWorks(String command) {
        Command.Result result = Command.run(directory, "sh", "-c", command);
        assertThat(result.exitCode()).as(command + result.output()).isZero();
        assertThat(result.output()).isNotBlank();
    }
}
