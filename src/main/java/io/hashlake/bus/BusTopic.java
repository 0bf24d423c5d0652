package io.hashlake.bus;

import io.hashlake.core.Origins;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The topic, which is created if it is not there, and the state of the brokers. A thread of its own asks them every few seconds, so
 * that nobody waits for an answer.
 */
public final class BusTopic implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BusTopic.class);
    private static final int INTERVAL_SECONDS = 3;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final KafkaConfig config;
    private final TopicSetup setup;
    private final Supplier<Map<String, Object>> security;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = DaemonThreads.of("bus", this::watch);
    private volatile BusStatus status = new BusStatus.Connecting();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile int largestRecord;

    /** @param security settings of Kafka's clients that say how to speak to the brokers; asked for at each connection */
    public BusTopic(KafkaConfig config, Supplier<Map<String, Object>> security, Clock clock) {
        this.config = config;
        this.setup = new TopicSetup(config);
        this.security = security;
        this.clock = clock;
    }

    /** Returns the name that the lake and the ledger have for a partition of a topic. */
    static String origin(TopicPartition partition) {
        return Origins.require(partition.topic() + "-" + partition.partition());
    }

    private String brokers() {
        return config.brokers().orElseThrow();
    }

    public void start() {
        thread.start();
    }

    public BusStatus status() {
        return status;
    }

    /**
     * Returns the largest record that the topic takes, in bytes; waits briefly for the brokers' first response.
     *
     * @throws IOException if the topic is not known to be there yet; ask again
     */
    public int largestRecord() throws IOException, InterruptedException {
        if (!ready.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
            String reason = status instanceof BusStatus.Out out ? out.reason() : "the brokers have not answered yet";
            throw new IOException("the topic " + config.topic() + " is not ready: " + reason);
        }
        return largestRecord;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void watch() {
        try {
            while (closed.getCount() > 0) {
                askUntilAnError();
                closed.await(INTERVAL_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped monitoring Kafka");
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(security.get());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers());
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        return client;
    }

    private void askUntilAnError() throws InterruptedException {
        try (Admin admin = Admin.create(client())) {
            do {
                ask(admin);
                answered();
            } while (!closed.await(INTERVAL_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            isOut(e.getCause());
        } catch (KafkaException e) {
            isOut(e.getCause() == null ? e : e.getCause());
        }
    }

    private void ask(Admin admin) throws ExecutionException, InterruptedException {
        if (ready.getCount() > 0) {
            largestRecord = setup.run(admin);
            ready.countDown();
            return;
        }
        admin.describeCluster().clusterId().get();
    }

    private void answered() {
        if (status instanceof BusStatus.Out out) {
            LOG.infof(
                    "Kafka recovered after %d s",
                    Duration.between(out.since(), clock.instant()).toSeconds());
        }
        status = new BusStatus.Reachable();
    }

    private void isOut(Throwable cause) {
        if (status instanceof BusStatus.Out out) {
            status = new BusStatus.Out(out.since(), cause.getMessage());
            return;
        }
        LOG.warnf("Kafka at %s is unavailable; retrying: %s", brokers(), cause.getMessage());
        status = new BusStatus.Out(clock.instant(), cause.getMessage());
    }
}
