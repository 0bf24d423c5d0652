/** Endpoints of X, and what stands before them: token, rate limits and faults. */
package io.hashlake.simulator.api;
