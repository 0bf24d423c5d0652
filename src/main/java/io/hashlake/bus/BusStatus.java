package io.hashlake.bus;

import java.time.Instant;

/** State of the connection to the brokers, for health checks and the status page. */
public sealed interface BusStatus {

    /** Nothing has been heard of them yet. */
    record Connecting() implements BusStatus {}

    /** They answer, and the topic is there. */
    record Reachable() implements BusStatus {}

    /** They do not answer or refuse since then; they are asked again until they do not. */
    record Out(Instant since, String reason) implements BusStatus {}
}
