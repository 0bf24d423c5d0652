package io.hashlake.pipeline.bus;

import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The messages of one attempt. It ends as soon as one of them has failed: each further one might wait for the brokers just as
 * long. Messages are made anew for each attempt, as the endpoint takes headers off.
 */
final class MessageIterator implements Iterator<Message> {

    private final Iterator<BusRecord> records;
    private final Exchange exchange;

    MessageIterator(Iterator<BusRecord> records, Exchange exchange) {
        this.records = records;
        this.exchange = exchange;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext() && exchange.getException() == null;
    }

    @Override
    public Message next() {
        return records.next().message(exchange.getContext());
    }
}
