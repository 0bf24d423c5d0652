package io.hashlake.pipeline.reload;

import io.hashlake.pipeline.route.RouteFile;
import java.io.IOException;
import java.util.List;

/** Place where the route files stand that are wanted. */
@FunctionalInterface
public interface RouteSource {

    /** @throws IOException if they cannot be read; the message names the path */
    List<RouteFile> read() throws IOException, InterruptedException;
}
