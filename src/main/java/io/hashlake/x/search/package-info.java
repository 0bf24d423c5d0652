/** Searches that are followed: polled together, packed, walked down to a cursor, and reached back over what X lists late. */
package io.hashlake.x.search;
