package io.hashlake.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Input that could not be parsed or stored. */
@ConfigMapping(prefix = "hashlake.dead-letter")
public interface DeadLetterConfig {

    /** Directory of the dead letters; one file per day. */
    @WithDefault("${hashlake.data-directory}/dead-letter")
    Path directory();
}
