/** Partitions of the tables of posts: makes those of coming months and drops those of old ones. */
package io.hashlake.warehouse.partition;
