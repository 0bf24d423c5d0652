package io.hashlake.warehouse.sql;

import io.hashlake.core.Mistakes;
import java.time.Duration;

/**
 * Limits for one statement.
 *
 * @param timeout how long it may run; 100 ms to 10 minutes
 * @param rows how many rows are returned, the rest is cut off; 1 to 1,000,000
 * @param bytes how large the values of its result may be as text; 1 KiB to 1 GiB
 * @param concurrency how many statements run at once in this process; 1 to 32
 */
public record SqlLimits(Duration timeout, int rows, int bytes, int concurrency) {

    /** The longest statement, in characters. */
    public static final int LENGTH = 100_000;

    public static final SqlLimits DEFAULT = new SqlLimits(Duration.ofSeconds(10), 10_000, 10 << 20, 4);

    public SqlLimits {
        new Mistakes()
                .unless(timeout.toMillis() >= 100 && timeout.toMinutes() < 10, "timeout", timeout, "100 ms to 10 min")
                .unless(rows >= 1 && rows <= 1_000_000, "rows", rows, "1 to 1000000")
                .unless(bytes >= 1024 && bytes <= 1 << 30, "bytes", bytes, "1024 to 1073741824")
                .unless(concurrency >= 1 && concurrency <= 32, "concurrency", concurrency, "1 to 32")
                .refuse();
    }
}
