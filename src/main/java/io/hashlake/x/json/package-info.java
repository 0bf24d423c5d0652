/**
 * Reads X's JSON, pages and lines of streams, of version 2 and of version 1.1, into the records of {@code io.hashlake.tweet}.
 * What cannot be read is left out and counted; only id, text, time and author reject a post.
 *
 * <p>The readers work on Jackson's tokens. Databind fails a whole page for one odd value, keeps values that nobody stores, and
 * costs as much for records alone as these readers for finished posts: 6 to 7 against 5 to 6 CPU-seconds per million (see
 * {@code docs/benchmarks.md}, "Code in place of a library").
 */
package io.hashlake.x.json;
