package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.bus.KafkaConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Kafka's brokers and the topic. */
final class BrokerCheck {

    private static final String PREFIX = "camel.component.kafka.";

    private final Settings settings;
    private final int millis;

    BrokerCheck(Settings settings, Duration deadline) {
        this.settings = settings;
        this.millis = (int) deadline.dividedBy(2).toMillis();
    }

    Stream<Check> all() {
        KafkaConfig bus = settings.of(KafkaConfig.class);
        return bus.brokers().stream().map(brokers -> new Check("broker", () -> broker(brokers, bus.topic())));
    }

    private Finding broker(String brokers, String topic) throws InterruptedException {
        try (Admin admin = Admin.create(client(brokers))) {
            int nodes = admin.describeCluster().nodes().get().size();
            Set<String> topics = admin.listTopics().names().get();
            String found = brokers + ": " + nodes + (nodes == 1 ? " broker answers" : " brokers answer");
            return Finding.ok(
                    topics.contains(topic)
                            ? found + ", topic " + topic + " is there"
                            : found + ", topic " + topic + " is created at the start");
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Finding.failure(
                    brokers + ": " + cause.getMessage(), "start the broker, or correct hashlake.kafka.brokers");
        }
    }

    private Map<String, Object> client(String brokers) {
        Map<String, Object> client = security(ConfigProvider.getConfig());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        return client;
    }

    /** Camel's options are named after those of Kafka's clients, with other signs between the words. */
    static Map<String, Object> security(Config config) {
        Map<String, Object> security = new HashMap<>();
        config.getPropertyNames().forEach(key -> {
            String option = key.startsWith(PREFIX) ? dotted(key.substring(PREFIX.length())) : "";
            if (option.matches("(security|ssl|sasl)\\..*")
                    && AdminClientConfig.configNames().contains(option)) {
                config.getOptionalValue(key, String.class).ifPresent(value -> security.put(option, value));
            }
        });
        return security;
    }

    private static String dotted(String option) {
        return option.replaceAll("([a-z])([A-Z])", "$1.$2").replace('-', '.').toLowerCase(java.util.Locale.ROOT);
    }
}
