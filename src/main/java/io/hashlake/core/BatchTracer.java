package io.hashlake.core;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Follows batches from source to sinks where traces are wanted. Called by the threads of the pipeline; returns at once. */
public interface BatchTracer {

    /** Traces nothing. */
    BatchTracer NONE = new BatchTracer() {};

    /** Begins with a batch that a source hands on; the result is to be run when all sinks have it. */
    default Runnable received(TweetBatch batch) {
        return () -> {};
    }

    /** Begins with a batch that is put into Kafka; the result is to be run when Kafka has it. */
    default Runnable published(TweetBatch batch) {
        return () -> {};
    }

    /** Returns what a batch's records carry through Kafka as W3C's header {@code traceparent}; empty where nothing is traced. */
    default Optional<String> context(TweetBatch batch) {
        return Optional.empty();
    }

    /** @param contexts number of records of a batch out of Kafka, by what they carry */
    default void polled(TweetBatch batch, Map<String, Integer> contexts) {}

    /** A sink has committed a batch of so many posts that was handed to it then; the batch may be without its content. */
    default void committed(String sink, TweetBatch batch, int posts, Instant handedOver) {}
}
