/**
 * The Kafka bus: posts as Avro records whose schemas are kept for ever, the topic, and a consumer that hands on whole
 * batches and commits its group's offsets only once the sink has committed. Camel is not used here.
 *
 * <p>Records of the newest schema are encoded and decoded by hand, those of older ones by Avro. Avro's generic records cost
 * twice the CPU time to encode and as much to decode, before a post is made of them, and its decoder allocates what a
 * broken length claims; {@code AvroInput} never allocates more than a record has bytes (see {@code docs/benchmarks.md}, "Code in
 * place of a library").
 */
package io.hashlake.bus;
