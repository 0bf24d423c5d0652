/**
 * Reads files of posts, however they were written: pages and stream lines of v2, what twarc writes, statuses of v1.1, and
 * Hashlake's own dead letters; one a line or spread over many, plain or compressed. A file is an origin of its own whose
 * position is a place in its plain bytes, so that reading goes on after a restart. Of a file of any size only one piece is
 * held in memory, and what it holds cannot make that piece grow without end.
 */
package io.hashlake.files;
