package io.hashlake.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicRetentionTest {

    @Test
    void aTopicThatDeletesByAppendTimeIsFine() {
        assertThat(warnings("message.timestamp.type=LogAppendTime", "retention.ms=604800000", "cleanup.policy=delete"))
                .isEmpty();
    }

    @Test
    void retentionByTheRecordsOwnTimestampIsTold() {
        assertThat(warnings("message.timestamp.type=CreateTime", "retention.ms=604800000"))
                .singleElement()
                .asString()
                .contains("retention.ms=604800000", "Set message.timestamp.type=LogAppendTime");
    }

    @Test
    void timestampsAreNoMatterWhereNothingIsDeletedByAge() {
        assertThat(warnings("message.timestamp.type=CreateTime", "retention.ms=-1"))
                .isEmpty();
        assertThat(warnings("message.timestamp.type=CreateTime", "retention.ms=1", "cleanup.policy=compact"))
                .singleElement()
                .asString()
                .contains("cleanup.policy=compact");
    }

    @Test
    void retentionBySizeIsTold() {
        assertThat(warnings("retention.bytes=1000000"))
                .singleElement()
                .asString()
                .contains("retention.bytes=1000000");
    }

    @Test
    void compactionIsTold() {
        assertThat(warnings("cleanup.policy=compact,delete"))
                .singleElement()
                .asString()
                .contains("cleanup.policy=compact,delete", "Set cleanup.policy=delete");
    }

    @Test
    void settingsThatAServerLeavesOutAreNoMatter() {
        assertThat(warnings()).isEmpty();
    }

    private static List<String> warnings(String... entries) {
        List<ConfigEntry> config = Arrays.stream(entries)
                .map(entry -> entry.split("=", 2))
                .map(entry -> new ConfigEntry(entry[0], entry[1]))
                .toList();
        return TopicRetention.of(new Config(config)).warnings();
    }
}
