package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Kafka, which carries batches from the process that follows sources to those that have sinks. */
public interface KafkaConfig {

    /** Brokers to begin with, as host:port,host:port. Without any, batches go to the sinks of this process. */
    Optional<String> brokers();

    /** Name of the Kafka topic. */
    @WithDefault("hashlake-tweets")
    String topic();

    /** Number of partitions with which the topic is created: so many processes can share a sink's work. */
    @WithDefault("12")
    int partitions();

    /** Number of replicas with which the topic is created. Without it, the brokers' default. */
    Optional<Integer> replication();

    /** Number of posts that may wait for Kafka's acknowledgement; then sources pause. */
    @WithDefault("20000")
    int maxUnacknowledged();
}
