/**
 * The commit protocol and the sinks that use it. {@link io.hashlake.lake.commit.LakeSink} lands posts, {@link
 * io.hashlake.lake.commit.RawSink} payloads; {@code docs/lake.md} says step by step why a kill neither loses nor doubles a row.
 */
package io.hashlake.lake.commit;
