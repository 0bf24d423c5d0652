package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The Parquet lake. */
public interface LakeConfig {

    /** Directory of the lake's files if no bucket is configured. */
    @WithDefault("${hashlake.data-directory}/lake")
    Path directory();
}
