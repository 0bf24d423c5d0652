/** Batches on their way to Kafka and back, one record per post. */
package io.hashlake.pipeline.bus;
