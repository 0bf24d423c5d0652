/** Questions about the stored posts and their answers. Every number counts the newest version of a post once. */
package io.hashlake.warehouse.analytics;
