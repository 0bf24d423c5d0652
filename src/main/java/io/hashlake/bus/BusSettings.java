package io.hashlake.bus;

import io.hashlake.core.Mistakes;
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

    /** Name of the header with the trace of a record, as W3C defines it. */
    public static final String TRACE_HEADER = "traceparent";

    /** What a partition's number adds to the topic's name still has to fit into an origin. */
    private static final int LONGEST_TOPIC = 140;

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern BROKER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:/,]+):\\d{1,5}");

    public BusSettings {
        brokers = List.copyOf(brokers);
        Objects.requireNonNull(topic, "topic");
        boolean areBrokers = !brokers.isEmpty()
                && brokers.stream().allMatch(broker -> BROKER.matcher(broker).matches());
        boolean isTopic =
                TOPIC.matcher(topic).matches() && topic.length() <= LONGEST_TOPIC && !topic.matches("\\.{1,2}");
        new Mistakes()
                .unless(areBrokers, "brokers", String.join(",", brokers), "a list of host:port, separated by commas")
                .unless(isTopic, "topic", topic, "letters, digits, '.', '_' and '-', up to " + LONGEST_TOPIC)
                .unlessPositive("partitions", partitions)
                .unlessPositive("replication", replication.orElse(1))
                .refuse();
    }

    /** What the lake and the ledger call a partition of a topic. */
    static String origin(String topic, int partition) {
        return Origins.require(topic + "-" + partition);
    }
}
