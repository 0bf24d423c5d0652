package io.hashlake.bus;

import io.hashlake.core.Origins;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where the bus is and how its topic is made.
 *
 * @param brokers to begin with, each {@code host:port}; at least one
 * @param topic its name: letters, digits, dots, underscores and hyphens, at most 140 characters
 * @param partitions of the topic if it is made; 1 or more. Each sink works in at most so many processes
 * @param replication of the topic if it is made, 1 or more; the brokers' default if empty
 */
public record BusSettings(List<String> brokers, String topic, int partitions, OptionalInt replication) {

    /** What a partition's number adds to the topic's name still has to fit into an origin. */
    private static final int LONGEST_TOPIC = 140;

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern BROKER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:/,]+):\\d{1,5}");

    public BusSettings {
        brokers = List.copyOf(brokers);
        Objects.requireNonNull(topic, "topic");
        if (brokers.isEmpty()
                || !brokers.stream().allMatch(broker -> BROKER.matcher(broker).matches())) {
            throw new IllegalArgumentException("hashlake.kafka.brokers = " + String.join(",", brokers)
                    + ": allowed is a list of host:port, separated by commas");
        }
        if (!TOPIC.matcher(topic).matches() || topic.length() > LONGEST_TOPIC || topic.matches("\\.{1,2}")) {
            throw new IllegalArgumentException("hashlake.kafka.topic = " + topic
                    + ": allowed are letters, digits, dots, underscores and hyphens, up to " + LONGEST_TOPIC);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("hashlake.kafka.partitions = " + partitions + ": allowed is 1 or more");
        }
        if (replication.isPresent() && replication.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "hashlake.kafka.replication = " + replication.getAsInt() + ": allowed is 1 or more");
        }
    }

    /** What the lake and the ledger call a partition of a topic. */
    static String origin(String topic, int partition) {
        return Origins.require(topic + "-" + partition);
    }
}
