package io.hashlake.pipeline.reload;

import io.hashlake.pipeline.route.RouteFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/** Route files that are not being written just now: a new version is one that was read twice, a moment apart. */
public final class SettledRoutes implements RouteSource {

    private static final long MOMENT_MILLIS = 250;
    private static final int MAX_READINGS = 8;

    private final RouteSource source;
    private final RoutesInForce inForce;

    public SettledRoutes(RouteSource source, RoutesInForce inForce) {
        this.source = source;
        this.inForce = inForce;
    }

    /** Files that are linked to another version while they are read cannot be found for a moment. */
    @Override
    public List<RouteFile> read() throws IOException, InterruptedException {
        List<RouteFile> last = inForce.files();
        IOException failure = null;
        for (int reading = 0; reading < MAX_READINGS; reading++) {
            try {
                List<RouteFile> files = source.read();
                if (new HashSet<>(files).equals(new HashSet<>(last))) {
                    return files;
                }
                last = files;
            } catch (IOException e) {
                failure = e;
            }
            Thread.sleep(MOMENT_MILLIS);
        }
        throw failure == null ? new IOException("the route files are still being written") : failure;
    }
}
