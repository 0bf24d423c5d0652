/**
 * What travels over Kafka and how: posts as Avro records whose schemas are kept for ever, the topic, and a consumer that hands
 * on whole batches and moves its group's offsets only when they have been committed. No Camel in here.
 */
package io.hashlake.bus;
