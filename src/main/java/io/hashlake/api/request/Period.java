package io.hashlake.api.request;

import java.time.Instant;

/** From a moment to the first one after it. */
public record Period(Instant from, Instant to) {}
