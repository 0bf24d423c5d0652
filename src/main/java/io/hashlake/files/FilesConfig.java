package io.hashlake.files;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Files of posts. */
@ConfigMapping(prefix = "hashlake.files")
public interface FilesConfig {

    /** Directory of the inbox: every file of posts that is put there is read, and then moved to done or failed below it. */
    @WithDefault("${hashlake.data-directory}/inbox")
    Path directory();
}
