package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.warehouse.PreparedWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As cron, systemd and bare containers start it: in the locale POSIX. */
class PosixLocaleIT {

    @TempDir
    Path directory;

    @Test
    void whatTheFileSystemCannotNameIsADeadLetterAndTheRestLands() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        Map<String, String> properties = Map.of(
                "hashlake.search.delay", "2",
                "hashlake.lake.rotation-age", "2s");
        ProcessBuilder posix = new ProcessBuilder().directory(directory.toFile());
        posix.environment().put("LC_ALL", "POSIX");
        try (HashlakeProcess process =
                HashlakeProcess.start(posix, properties, List.of()).awaitUp()) {
            assertThat(process.output()).contains("LC_ALL=C.UTF-8");
            Path data = directory.resolve("data");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.isDirectory(data.resolve("lake/tweets/hashtag=covid19"))
                            && Files.isDirectory(data.resolve("lake/tweets/hashtag=climate"))
                            && Files.isDirectory(data.resolve("dead-letter")));
        }
    }
}
