package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.dataset.load.DatasetLoader;
import io.hashlake.pipeline.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;

/** Tables and views of datasets. */
@ApplicationScoped
public class DatasetTables {

    @Inject
    Settings settings;

    /** Asked for only where there are jobs, one of which loads files. */
    @Inject
    Instance<DatasetLoader> loader;

    /**
     * Makes or updates them where this process loads files.
     *
     * @throws IOException if the database cannot be reached
     * @throws IllegalArgumentException if they do not go with the declarations
     */
    public void prepare() throws IOException {
        if (settings.deployment().does(Role.JOBS)) {
            loader.get().prepare();
        }
    }
}
