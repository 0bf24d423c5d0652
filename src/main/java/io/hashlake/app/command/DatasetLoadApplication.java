package io.hashlake.app.command;

import io.hashlake.core.Quantity;
import io.hashlake.dataset.load.DatasetLoader;
import io.hashlake.dataset.load.LoadResult;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.RouteLoader;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** The routes of jobs without their timers: files that were named are loaded instead. */
@Typed(DatasetLoadApplication.class)
public class DatasetLoadApplication extends HashlakeApplication {

    @Inject
    DatasetLoader loader;

    @Inject
    DeadLetterConfig deadLetters;

    @Override
    void routesLoaded() {
        RouteLoader.dropSources(camel);
    }

    @Override
    int work(String... files) {
        try {
            boolean isComplete = load(GivenFile.of(List.of(files), loader.datasets()));
            System.out.println(new Quantity(loader.exportReports(), "report") + " exported");
            if (!isComplete) {
                System.out.println("Rejected rows: " + deadLetters.directory().resolve("datasets"));
            }
            return isComplete ? 0 : 1;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private boolean load(List<GivenFile> files) throws IOException {
        boolean isComplete = true;
        for (GivenFile file : files) {
            LoadResult result = loader.load(file.dataset(), file.path());
            System.out.println(file.path() + " into " + file.dataset().name() + ": " + result);
            isComplete &= result.isComplete();
        }
        return isComplete;
    }
}
