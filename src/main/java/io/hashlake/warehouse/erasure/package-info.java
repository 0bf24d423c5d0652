/** Erasure of posts from the warehouse, and the table of tombstones. */
package io.hashlake.warehouse.erasure;
