package io.hashlake.api;

import java.time.Instant;

/** From a moment to the first one after it. */
record Period(Instant from, Instant to) {}
