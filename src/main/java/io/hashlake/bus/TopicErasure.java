package io.hashlake.bus;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Clearable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupListing;

/** Deletes the topic and the groups of its consumers. Single posts leave a topic by its retention alone. */
public final class TopicErasure implements Clearable {

    private final KafkaConfig config;
    private final Supplier<Map<String, Object>> security;

    /** @param security settings of Kafka's clients that say how to speak to the brokers */
    public TopicErasure(KafkaConfig config, Supplier<Map<String, Object>> security) {
        this.config = config;
        this.security = security;
    }

    @Override
    public String store() {
        return "kafka";
    }

    @Override
    public String contents() throws IOException {
        return ask(admin -> {
            String topic = hasTopic(admin) ? "topic " + config.topic() : "";
            String groups = new Quantity(groups(admin).size(), "consumer group").orEmpty();
            return Stream.of(topic, groups).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        });
    }

    @Override
    public void eraseAll() throws IOException {
        ask(admin -> {
            admin.deleteConsumerGroups(groups(admin)).all().get();
            if (hasTopic(admin)) {
                admin.deleteTopics(List.of(config.topic())).all().get();
            }
            return null;
        });
    }

    private boolean hasTopic(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().contains(config.topic());
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroups().all().get().stream()
                .map(ConsumerGroupListing::groupId)
                .filter(group -> group.startsWith("hashlake-"))
                .toList();
    }

    /** Something asked of the brokers. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(Question<T> question) throws IOException {
        Map<String, Object> client = new HashMap<>(security.get());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.brokers().orElseThrow());
        try (Admin admin = Admin.create(client)) {
            return question.ask(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for Kafka");
        } catch (ExecutionException e) {
            throw new IOException("Kafka refuses: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
