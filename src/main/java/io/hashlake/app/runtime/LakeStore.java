package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.store.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;

/** Store of the lake. */
@ApplicationScoped
public class LakeStore {

    @Inject
    Settings settings;

    @Inject
    Instance<ObjectStore> store;

    /** @throws IOException if this process has it, and it cannot be reached or used */
    public void check() throws IOException {
        if (!settings.deployment().hasLake()) {
            return;
        }
        try {
            store.get().open();
        } catch (IOException e) {
            throw new IOException(name() + ": the lake cannot be used: " + e.getMessage(), e);
        }
    }

    private String name() {
        return settings.bucket()
                .map(bucket -> "hashlake.s3.bucket = " + bucket.name())
                .orElseGet(() -> "hashlake.lake.directory = "
                        + settings.of(LakeConfig.class).directory());
    }
}
