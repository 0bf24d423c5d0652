/**
 * Tables and their files: columns, writers and readers over Parquet. Parquet, Avro and Zstandard are used here and nowhere
 * else.
 */
package io.hashlake.lake.parquet;
