package io.hashlake.bus;

import java.time.Instant;

/** State of the connection to the brokers, for health checks and the status page. */
public sealed interface BusStatus {

    /** The brokers have not answered yet. */
    record Connecting() implements BusStatus {}

    /** They answer, and the topic is there. */
    record Reachable() implements BusStatus {}

    /** The brokers are unavailable or refuse requests since then; they are retried until they recover. */
    record Out(Instant since, String reason) implements BusStatus {}
}
