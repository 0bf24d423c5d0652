package io.hashlake.simulator.api;

import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.settings.FaultKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that passed the gate.
 *
 * @param body empty if there is none
 * @param fault what to spoil of a page of posts, if anything
 */
record Request(RequestParameters parameters, byte[] body, Instant now, Optional<FaultKind> fault) {}
