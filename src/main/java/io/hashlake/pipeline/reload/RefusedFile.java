package io.hashlake.pipeline.reload;

import java.util.Objects;

/**
 * Route file whose present content is not in force.
 *
 * @param name relative to the routes directory; the directory itself if it cannot be read
 * @param reason with file and line, one problem a line
 */
public record RefusedFile(String name, String reason) {

    public RefusedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
