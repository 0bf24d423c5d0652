package io.hashlake.example.ndjson;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;

/** The sink of JSON lines. */
@ConfigMapping(prefix = "hashlake.ndjson")
public interface NdjsonConfig {

    /** File to which posts are appended, one line per post. */
    @WithDefault("${hashlake.data-directory}/posts.ndjson")
    Path file();

    /** Number of posts that may wait for a commit; then sources wait. */
    @WithDefault("10000")
    @Min(1)
    int maxUncommitted();
}
