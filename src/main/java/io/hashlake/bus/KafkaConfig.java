package io.hashlake.bus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Kafka, which carries batches from the process that follows sources to those that have sinks. */
@ConfigMapping(prefix = "hashlake.kafka")
public interface KafkaConfig {

    String BROKER = "\\s*(\\[[0-9A-Fa-f:.]+]|[^\\s:/,]+):\\d{1,5}\\s*";

    /** Empty items are none. */
    String BROKERS = "[\\s,]*" + BROKER + "(,+" + BROKER + ")*[\\s,]*";

    /** The number of a partition, which follows the name, still fits into the name of an origin. */
    String TOPIC = "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,140}";

    /** Brokers to begin with, as host:port,host:port. Without any, batches go to the sinks of this process. */
    Optional<@Pattern(regexp = BROKERS, message = "must be a list of host:port, separated by commas") String> brokers();

    /** Name of the Kafka topic. */
    @WithDefault("hashlake-tweets")
    @Pattern(regexp = TOPIC, message = "must be letters, digits, '.', '_' and '-', up to 140")
    String topic();

    /** Number of partitions with which the topic is created: so many processes can share a sink's work. */
    @WithDefault("12")
    @Min(1)
    int partitions();

    /** Number of replicas with which the topic is created. Without it, the brokers' default. */
    Optional<@Min(1) Integer> replication();

    /** Number of posts that may wait for Kafka's acknowledgement; then sources pause. */
    @WithDefault("20000")
    @Min(1)
    int maxUnacknowledged();
}
