/** Open streams: connections, flow and lines. */
package io.hashlake.simulator.stream;
