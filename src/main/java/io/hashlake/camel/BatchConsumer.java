package io.hashlake.camel;

import io.hashlake.core.TweetBatch;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Makes an exchange of each batch of a source, and completes the batch when the exchange is done. */
abstract class BatchConsumer extends DefaultConsumer {

    BatchConsumer(Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    final CompletionStage<?> process(TweetBatch batch) {
        return BatchExchange.process(getAsyncProcessor(), createExchange(true), batch);
    }
}
