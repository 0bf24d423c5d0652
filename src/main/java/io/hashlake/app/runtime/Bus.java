package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.bus.BusStatus;
import io.hashlake.bus.BusTopic;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.bus.TopicErasure;
import io.hashlake.core.erasure.Clearable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Carrier of batches to the sinks: Kafka where it is configured, and else nothing that could be unavailable. */
@ApplicationScoped
public class Bus {

    private final KafkaConfig config;
    private final CamelContext camel;
    private final Optional<BusTopic> topic;

    @Inject
    Bus(Settings settings, KafkaConfig config, CamelContext camel, Clock clock) {
        this.config = config;
        this.camel = camel;
        this.topic = settings.deployment().needsKafka()
                ? Optional.of(new BusTopic(config, this::security, clock))
                : Optional.empty();
    }

    /** Once Camel has read its configuration. */
    public void start() {
        topic.ifPresent(BusTopic::start);
    }

    public void stop() {
        topic.ifPresent(BusTopic::close);
    }

    /** Kafka's topic, in a process that has it. */
    public BusTopic topic() {
        return topic.orElseThrow();
    }

    /** Returns what empties Kafka of all that this deployment has put there; empty where none is configured. */
    public Optional<Clearable> clearable() {
        return config.brokers().map(brokers -> new TopicErasure(config, this::security));
    }

    /** Returns the state of Kafka; empty without it. */
    Optional<BusStatus> status() {
        return topic.map(BusTopic::status);
    }

    /** Returns the security settings of {@code camel.component.kafka.*}, which serve the client that makes the topic too. */
    private Map<String, Object> security() {
        Properties producer = camel.getComponent("kafka", KafkaComponent.class)
                .getConfiguration()
                .createProducerProperties();
        Map<String, Object> security = new HashMap<>();
        producer.forEach((key, value) -> security.put((String) key, value));
        security.keySet().removeIf(key -> !key.matches("(security|ssl|sasl)\\..*") || !isKnown(key));
        return security;
    }

    private static boolean isKnown(String key) {
        return AdminClientConfig.configNames().contains(key);
    }
}
