package io.hashlake.pipeline.sink;

import io.hashlake.bus.BusConsumer;
import io.hashlake.bus.PolledBatches;
import io.hashlake.bus.SinkGroup;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;

/** Gives Kafka's endpoint the consumers that feed one sink, and tells them what the sink has committed. */
public final class SinkConsumers extends DefaultKafkaClientFactory {

    private final SinkGroup group;

    public SinkConsumers(SinkGroup group) {
        this.group = group;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Consumer getConsumer(Properties properties) {
        return new BusConsumer(properties, group);
    }

    /** The sink has committed all of them. */
    public void confirm(PolledBatches batches) {
        batches.confirm();
    }
}
