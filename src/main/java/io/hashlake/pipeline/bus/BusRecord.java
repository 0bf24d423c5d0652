package io.hashlake.pipeline.bus;

import io.hashlake.bus.TraceHeader;
import io.hashlake.bus.TweetCodec;
import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;

/**
 * Record of a tweet in Kafka, under its id. Its timestamp is left to Kafka: retention goes by it, so the time at which a post was
 * created would let old posts be deleted unread.
 */
record BusRecord(byte[] key, byte[] value, byte[] source, byte[] followed, byte[] context) {

    /** Bytes that Kafka adds to a record and to a batch of one, with the headers' names, generously. */
    private static final int OVERHEAD_BYTES = 512;

    /** @param context trace to which the tweet belongs; null for none */
    static BusRecord of(Tweet tweet, byte[] source, byte[] context, TweetCodec codec) {
        return new BusRecord(
                Long.toString(tweet.id()).getBytes(StandardCharsets.US_ASCII),
                codec.encode(tweet),
                source,
                String.join(",", tweet.followed()).getBytes(StandardCharsets.UTF_8),
                context);
    }

    /** The most that it can take in the topic, in bytes. */
    int size() {
        return OVERHEAD_BYTES + key.length + value.length + source.length + followed.length;
    }

    Message message(CamelContext camel) {
        Message message = new DefaultMessage(camel);
        message.setBody(value);
        message.setHeader(KafkaConstants.KEY, key);
        message.setHeader("source", source);
        message.setHeader("followed", followed);
        if (context != null) {
            message.setHeader(TraceHeader.NAME, context);
        }
        return message;
    }
}
