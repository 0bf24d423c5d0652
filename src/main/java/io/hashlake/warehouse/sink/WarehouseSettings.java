package io.hashlake.warehouse.sink;

import java.time.Duration;

/**
 * How the warehouse is written.
 *
 * @param timeout how long one statement may take, waiting for locks included, before the commit counts as failed for now;
 *     1 second to 1 hour
 * @param batchRetention how long a row stays in {@code ops.batch}; at least 1 hour
 */
public record WarehouseSettings(Duration timeout, Duration batchRetention) {

    public static final WarehouseSettings DEFAULT = new WarehouseSettings(Duration.ofMinutes(1), Duration.ofDays(7));

    public WarehouseSettings {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "a warehouse timeout of " + timeout + " is outside of what is allowed, 1 second to 1 hour");
        }
        if (batchRetention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "a batch retention of " + batchRetention + " is shorter than the 1 hour that is needed at least");
        }
    }
}
