package io.hashlake.bus;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;

/**
 * Rules by which Kafka deletes records of a topic, whether or not they have been read.
 *
 * @param timestamps which of a record's times its age is counted from
 * @param milliseconds age at which a record is deleted; -1 for none
 * @param bytes size of a partition from which its oldest records are deleted; -1 for none
 * @param cleanupPolicy {@code delete}, {@code compact} or both, separated by a comma
 */
record TopicRetention(TimestampType timestamps, long milliseconds, long bytes, String cleanupPolicy) {

    /** Reads what the brokers say. Servers that only speak Kafka's protocol leave settings out: those count as harmless. */
    static TopicRetention of(Config topic) {
        return new TopicRetention(
                TimestampType.forName(
                        value(topic, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name)),
                Long.parseLong(value(topic, TopicConfig.RETENTION_MS_CONFIG, "-1")),
                Long.parseLong(value(topic, TopicConfig.RETENTION_BYTES_CONFIG, "-1")),
                value(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
    }

    private static String value(Config topic, String name, String absent) {
        ConfigEntry entry = topic.get(name);
        return entry == null || entry.value() == null ? absent : entry.value();
    }

    /** Returns the settings that may delete records before a sink has read them, each with its remedy; empty if there are none. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (timestamps != TimestampType.LOG_APPEND_TIME && milliseconds >= 0 && deletes()) {
            warnings.add(
                    "retention.ms=" + milliseconds + " counts from each record's own timestamp, and older versions of"
                            + " Hashlake used the post's creation time: old posts may be deleted unread. Set"
                            + " message.timestamp.type=LogAppendTime");
        }
        if (bytes >= 0 && deletes()) {
            warnings.add(
                    "retention.bytes=" + bytes + " deletes the oldest records of a partition that grows beyond it, read"
                            + " or not. Set retention.bytes=-1, or leave room for the longest outage of a sink");
        }
        if (cleanupPolicy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            warnings.add("cleanup.policy=" + cleanupPolicy + " deletes older observations of a post unread, which is"
                    + " declared as a gap. Set cleanup.policy=delete");
        }
        return warnings;
    }

    private boolean deletes() {
        return cleanupPolicy.contains(TopicConfig.CLEANUP_POLICY_DELETE);
    }
}
