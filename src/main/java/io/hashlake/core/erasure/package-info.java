/** Removal of posts from every store, and the tombstones that keep them from coming back. */
package io.hashlake.core.erasure;
