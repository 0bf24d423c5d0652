/**
 * Reads X's JSON, pages and lines of streams, of version 2 and of version 1.1, into the records of {@code io.hashlake.tweet}.
 * What cannot be read is left out and counted; only id, text, time and author reject a post.
 */
package io.hashlake.x.json;
