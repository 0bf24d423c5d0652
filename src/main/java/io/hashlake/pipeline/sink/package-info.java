/** Threads that drive sinks, the cursors that follow them, and the leases under which they may. */
package io.hashlake.pipeline.sink;
