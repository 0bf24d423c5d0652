package io.hashlake.app.command;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** The limit of files that the process may have open, which are classes, tables and connections. */
public final class OpenFiles {

    /** Below this the start may hang: the class loader waits for ever for a jar that it could not open. */
    private static final long NEEDED = 256;

    private OpenFiles() {}

    /** Returns the problem with the limit, if the system has one and tells it. */
    static Optional<String> problem() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? problem(system.getMaxFileDescriptorCount())
                : Optional.empty();
    }

    static Optional<String> problem(long limit) {
        return limit < 0 || limit >= NEEDED
                ? Optional.empty()
                : Optional.of("the limit of open file descriptors is " + limit + ": allowed is " + NEEDED
                        + " or more (ulimit -n)");
    }
}
