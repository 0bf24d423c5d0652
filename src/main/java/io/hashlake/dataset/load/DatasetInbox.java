package io.hashlake.dataset.load;

import io.hashlake.core.HiddenPaths;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.files.FinishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Loads the files that lie in a directory, those of a dataset after those of the datasets that it refers to. What was loaded
 * moves to the directory done in it, what was refused to failed.
 */
public final class DatasetInbox {

    private static final Logger LOG = Logger.getLogger(DatasetInbox.class);

    private final DatasetLoader loader;
    private final DatasetsConfig config;
    private final Clock clock;
    private final Set<Path> told = new HashSet<>();

    public DatasetInbox(DatasetLoader loader, DatasetsConfig config, Clock clock) {
        this.loader = loader;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Loads what has settled, and exports the reports that have changed.
     *
     * @return what it did, for a person to read
     * @throws IOException if files, database or lake cannot be used now; the next run goes on where this one ended
     */
    public synchronized String run() throws IOException {
        if (loader.datasets().all().isEmpty()) {
            return "nothing: no dataset is declared in " + config.declarations();
        }
        List<Path> files = files();
        files.forEach(this::tellIfUnclaimed);
        int loaded = 0;
        Set<String> waiting = new HashSet<>();
        for (Dataset dataset : loader.datasets().all()) {
            List<Path> own = files.stream().filter(dataset::takes).toList();
            if (dataset.references().stream().anyMatch(waiting::contains) || !areSettled(own)) {
                waiting.add(dataset.name());
            } else {
                loaded += load(dataset, own);
            }
        }
        return "%,d files loaded, %,d reports exported".formatted(loaded, loader.exportReports());
    }

    private List<Path> files() throws IOException {
        Path directory = config.directory();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> Files.isRegularFile(path) && !HiddenPaths.isHidden(directory, path))
                    .sorted()
                    .toList();
        }
    }

    private void tellIfUnclaimed(Path file) {
        List<Dataset> takers = loader.datasets().of(file);
        if (takers.size() != 1 && told.add(file)) {
            LOG.warnf(
                    "%s is left where it is: %s",
                    file,
                    takers.isEmpty()
                            ? "its name matches the pattern of no dataset"
                            : "its name matches the patterns of "
                                    + String.join(
                                            ", ",
                                            takers.stream().map(Dataset::name).toList()));
        }
    }

    private int load(Dataset dataset, List<Path> files) throws IOException {
        int loaded = 0;
        for (Path file : files) {
            if (loader.datasets().of(file).size() == 1) {
                loaded += load(dataset, file);
            }
        }
        return loaded;
    }

    private int load(Dataset dataset, Path file) throws IOException {
        FinishedFile finished = FinishedFile.of(file);
        LoadResult result = loader.load(dataset, file);
        boolean isRefused = result instanceof LoadResult.Refused;
        if (!finished.moveTo(config.directory().resolve(isRefused ? "failed" : "done"))) {
            LOG.infof("%s has changed while it was loaded, and is loaded again", file);
        }
        return isRefused ? 0 : 1;
    }

    /** A file that is being written has changed just now. */
    private boolean areSettled(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(clock.instant().minus(config.settleTime()))) {
                return false;
            }
        }
        return true;
    }
}
