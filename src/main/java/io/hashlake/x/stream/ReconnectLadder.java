package io.hashlake.x.stream;

import io.hashlake.x.client.RequestOutcome;
import java.time.Duration;

/**
 * Delays between connection attempts, as X asks for them: none at first, then by the kind of failure. Not thread-safe.
 */
final class ReconnectLadder {

    private static final int MAX_DOUBLINGS = 20;

    private final StreamSettings.Reconnect settings;
    private int network;
    private int http;
    private int limited;

    ReconnectLadder(StreamSettings.Reconnect settings) {
        this.settings = settings;
    }

    /** Returns the delay after losing a connection that was open for so long. */
    Duration lost(Duration stood) {
        if (stood.compareTo(settings.stable()) >= 0) {
            network = 0;
        }
        http = 0;
        limited = 0;
        return afterNetworkFault();
    }

    /** Returns the delay after a connection, or a request that it needs, failed. */
    Duration refused(RequestOutcome outcome) {
        return switch (outcome) {
            case NETWORK, TIMEOUT -> afterNetworkFault();
            case RATE_LIMITED, TOO_MANY_CONNECTIONS -> doubled(settings.limitFirst(), limited++, settings.limitMost());
            default -> doubled(settings.httpFirst(), http++, settings.httpMost());
        };
    }

    private Duration afterNetworkFault() {
        return shorter(settings.networkStep().multipliedBy(network++), settings.networkMost());
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        return shorter(first.multipliedBy(1L << Math.min(times, MAX_DOUBLINGS)), most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
