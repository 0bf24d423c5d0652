/** Fills declared gaps by search, as far as budget and rate limit allow, and settles those that cannot be filled. */
package io.hashlake.x.gap;
