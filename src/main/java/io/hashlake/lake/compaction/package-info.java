/** Makes large files of many small ones, with one row per post, while sinks write and readers read. */
package io.hashlake.lake.compaction;
