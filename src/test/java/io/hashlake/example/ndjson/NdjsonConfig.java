package io.hashlake.example.ndjson;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The sink of JSON lines. */
@ConfigMapping(prefix = "hashlake.ndjson")
public interface NdjsonConfig {

    /** File to which posts are appended, one line per post. */
    @WithDefault("${hashlake.data-directory}/posts.ndjson")
    Path file();

    /** Number of posts that may wait for a commit; then sources wait. */
    @WithDefault("10000")
    int maxUncommitted();
}
