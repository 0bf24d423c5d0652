/** Removes posts from JSON, whichever of X's versions or files it comes from. */
package io.hashlake.x.json.erasure;
