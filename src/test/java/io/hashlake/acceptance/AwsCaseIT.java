package io.hashlake.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.Documents;
import io.hashlake.k8s.Command;
import io.hashlake.servers.DynamoDbServer;
import io.hashlake.servers.KinesisServer;
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
        assertThat(blocks.get(0))
                .contains("dynalite@" + DynamoDbServer.version(), "kinesalite@" + KinesisServer.version());
        PreparedWarehouse.copyToDataOf(directory);
        PreparedWarehouse.copyToDataOf(directory.resolve("publisher"));
        assertThat(Command.run(directory, "sh", "-c", blocks.get(2)).exitCode()).isZero();
        try (DynamoDbServer dynamoDb = DynamoDbServer.start(directory.resolve("dynalite"));
                KinesisServer kinesis = KinesisServer.start(directory.resolve("kinesalite"));
                HashlakeProcess publisher = start(blocks.get(1), dynamoDb, kinesis);
                HashlakeProcess hashlake = start(blocks.get(3), dynamoDb, kinesis)) {
            publisher.awaitUp();
            hashlake.awaitUp();
            for (String block : blocks.subList(4, blocks.size())) {
                String command = block.replace("http://localhost:8080", hashlake.address());
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertWorks(command));
            }
        }
    }

    private HashlakeProcess start(String block, DynamoDbServer dynamoDb, KinesisServer kinesis) throws Exception {
        String exports = block.replace(
                        "http://localhost:8000", dynamoDb.endpoint().toString())
                .replace("http://localhost:4567", kinesis.endpoint().toString());
        Map<String, String> environment = Documents.groups(EXPORT, exports).stream()
                .collect(toMap(export -> export.split("=")[0], export -> export.split("=")[1]));
        ProcessBuilder builder = new ProcessBuilder().directory(directory.toFile());
        builder.environment().putAll(environment);
        return HashlakeProcess.start(builder, Map.of(), List.of());
    }

    private void assertWorks(String command) {
        Command.Result result = Command.run(directory, "sh", "-c", command);
        assertThat(result.exitCode()).as(command + result.output()).isZero();
        assertThat(result.output()).isNotBlank();
    }
}
