package io.hashlake.simulator.api;

import io.hashlake.simulator.stream.ServedStream;

/** A stream that goes on until it is closed. */
record OpenStream(ServedStream connection) implements SimulatedReply {}
