/**
 * The Parquet lake: where tweets land as files that every engine reads, partitioned {@code tweets/hashtag=/dt=}.
 *
 * <p>{@link io.hashlake.lake.LakeSink} takes batches and commits them to an {@link io.hashlake.lake.ObjectStore}; {@code
 * docs/lake.md} says column by column what is in the files and step by step why a kill neither loses nor doubles a row.
 * Parquet, Avro and Zstandard are used here and nowhere else.
 */
package io.hashlake.lake;
