package io.hashlake.simulator.api;

import io.hashlake.simulator.stream.StreamConnection;

/** A stream that goes on until it is closed. */
record OpenStream(StreamConnection connection) implements Reply {}
