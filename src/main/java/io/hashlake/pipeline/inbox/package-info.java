/** Files that somebody puts into a directory to be read. */
package io.hashlake.pipeline.inbox;
