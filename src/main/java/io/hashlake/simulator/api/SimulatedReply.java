package io.hashlake.simulator.api;

/** Reply to a request: a complete response, or a stream that stays open. */
sealed interface SimulatedReply permits CompleteReply, OpenStream {}
