package io.hashlake.bus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;

/** Creation of the topic where there is none, and a check of the one that is there. */
final class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    /** A record's age counts from when the broker took it: a post may be years old when it is published. */
    private static final Map<String, String> BY_APPEND_TIME =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);

    private final KafkaConfig config;

    TopicSetup(KafkaConfig config) {
        this.config = config;
    }

    /**
     * Creates the topic if it does not exist, and logs what about an existing one differs from the config or may lose records.
     *
     * @return the largest record that the topic takes, in bytes
     */
    int run(Admin admin) throws ExecutionException, InterruptedException {
        warnOfOtherPartitions(describeOrCreate(admin));
        Config described = configuration(admin);
        TopicRetention.of(described)
                .warnings()
                .forEach(warning -> LOG.warnf("Topic %s may lose records: %s", config.topic(), warning));
        return Integer.parseInt(
                described.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private TopicDescription describeOrCreate(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return describe(admin);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            create(admin);
            return describe(admin);
        }
    }

    private TopicDescription describe(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(config.topic()))
                .topicNameValues()
                .get(config.topic())
                .get();
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        try {
            create(admin, BY_APPEND_TIME);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof PolicyViolationException
                    || e.getCause() instanceof InvalidConfigurationException)) {
                throw e;
            }
            LOG.infof("Kafka refuses %s: %s", BY_APPEND_TIME, e.getCause().getMessage());
            create(admin, Map.of());
        }
    }

    private void create(Admin admin, Map<String, String> configuration)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(newTopic().configs(configuration))).all().get();
            LOG.infof("Created topic %s with %d partitions", config.topic(), config.partitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic newTopic() {
        Optional<Short> replication = config.replication().map(Integer::shortValue);
        return new NewTopic(config.topic(), Optional.of(config.partitions()), replication);
    }

    private void warnOfOtherPartitions(TopicDescription topic) {
        int partitions = topic.partitions().size();
        if (partitions != config.partitions()) {
            LOG.warnf(
                    "Topic %s has %d partitions, not the %d of hashlake.kafka.partitions; it is used as it is",
                    config.topic(), partitions, config.partitions());
        }
    }

    private Config configuration(Admin admin) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, config.topic());
        return admin.describeConfigs(List.of(topic)).values().get(topic).get();
    }
}
