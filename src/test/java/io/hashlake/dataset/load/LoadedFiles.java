package io.hashlake.dataset.load;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.lake.marts.Marts;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.TestWarehouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Declarations and files in a directory, and a database of their own into which they are loaded. */
final class LoadedFiles {

    final DataSource database = TestWarehouse.migrated();
    final List<Rejected> rejected = new ArrayList<>();
    final Path lake;

    private final Path directory;
    private final Meters meters = new Meters(new SimpleMeterRegistry());

    LoadedFiles(Path directory) {
        this.directory = directory;
        this.lake = directory.resolve("lake");
    }

    Path declare(String name, String yaml) {
        return write(name + ".yaml", yaml);
    }

    Path write(String name, String content) {
        return write(name, content, StandardCharsets.UTF_8);
    }

    Path write(String name, String content, Charset encoding) {
        try {
            return Files.write(directory.resolve(name), content.getBytes(encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loader of what is declared now, whose tables are made. */
    DatasetLoader loader() throws IOException {
        return loader(directory, rejected::addAll);
    }

    DatasetLoader loader(Path declarations, DeadLetters deadLetters) throws IOException {
        Quarantine quarantine = new Quarantine(new LocalObjectStore(lake), DamageListener.NONE);
        Clock clock = Clock.systemUTC();
        Marts reports = Marts.reports(quarantine, 1 << 20, Duration.ZERO, clock);
        DatasetLoader loader = new DatasetLoader(
                Datasets.in(declarations), new LoadServices(database, deadLetters, reports, meters, clock));
        loader.prepare();
        return loader;
    }

    /** Loads a file into the dataset that takes it. */
    LoadResult load(Path file) throws IOException {
        return load(loader(), file);
    }

    static LoadResult load(DatasetLoader loader, Path file) throws IOException {
        return loader.load(loader.datasets().of(file).get(0), file);
    }

    List<Map<String, Object>> rows(String sql) throws SQLException {
        return TestWarehouse.rows(database, sql);
    }

    /** Place and reason of everything in the dead letter. */
    List<String> reasons() {
        return rejected.stream().map(one -> one.origin() + " " + one.reason()).toList();
    }
}
