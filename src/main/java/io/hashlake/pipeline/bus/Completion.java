package io.hashlake.pipeline.bus;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Completion of an exchange, whether it fails or not. */
record Completion(Exchange exchange) {

    /** Runs the action once the exchange is complete. */
    void run(Runnable action) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                action.run();
            }
        });
    }
}
