/** Connections to X's streams: lines, rules and how a connection ends. */
package io.hashlake.x.stream.client;
