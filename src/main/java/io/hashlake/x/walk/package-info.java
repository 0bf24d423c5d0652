/** Walks through a search's pages from the newest post down, and doubts answers that cannot be its end. */
package io.hashlake.x.walk;
