package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Kafka, which carries batches from the process that follows sources to those that have sinks. */
public interface KafkaConfig {

    /** Brokers to begin with, as host:port,host:port. Without any, batches go to the sinks of this process. */
    Optional<String> brokers();

    /** The topic's name. */
    @WithDefault("hashlake-tweets")
    String topic();

    /** How many partitions the topic is made with: so many processes can share a sink's work. */
    @WithDefault("12")
    int partitions();

    /** How many copies the topic is made with. Without it, as many as the brokers are set to. */
    Optional<Integer> replication();

    /** How many posts may wait for Kafka's acknowledgement; then sources wait. */
    @WithDefault("20000")
    int maxUnacknowledged();
}
