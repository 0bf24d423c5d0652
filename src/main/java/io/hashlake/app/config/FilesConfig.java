package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Files of posts. */
public interface FilesConfig {

    /** Directory of the inbox: every file of posts that is put there is read, and then moved to done or failed below it. */
    @WithDefault("${hashlake.data-directory}/inbox")
    Path directory();
}
