/** Ground truth: which posts there are, which were served, and logs of requests, usage and streams. */
package io.hashlake.simulator.truth;
