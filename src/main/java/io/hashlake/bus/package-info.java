/**
 * The Kafka bus: posts as Avro records whose schemas are kept for ever, the topic, and a consumer that hands on whole
 * batches and commits its group's offsets only once the sink has committed. Camel is not used here.
 */
package io.hashlake.bus;
