package io.hashlake.simulator.api;

/** What a request is given: a whole answer, or a stream that goes on. */
sealed interface Reply permits Answer, OpenStream {}
