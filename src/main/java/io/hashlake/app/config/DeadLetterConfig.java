package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What could not be parsed or stored. */
public interface DeadLetterConfig {

    /** Where it is kept, one file a day. */
    @WithDefault("${hashlake.data-directory}/dead-letter")
    Path directory();
}
