package io.hashlake.x.json;

import java.time.Instant;

/**
 * Context in which JSON was received.
 *
 * @param origin for whom it was fetched, as rejected pieces carry it
 * @param at when it was received
 * @param listener hears which values could not be read
 */
record ReadContext(String origin, Instant at, ValueListener listener) {}
