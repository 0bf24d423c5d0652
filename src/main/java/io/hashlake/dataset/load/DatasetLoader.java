package io.hashlake.dataset.load;

import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.DatasetReport;
import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.observability.Meters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Loads files into the tables of datasets, and keeps the reports over them. */
public final class DatasetLoader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatasetLoader.class);

    private final Datasets datasets;
    private final DatasetSchema schema;
    private final FileLoader files;
    private final ReportExport reports;
    private final Meters meters;
    private final Clock clock;

    public DatasetLoader(Datasets datasets, LoadServices services) {
        Transactions transactions = new Transactions(services.dataSource());
        this.datasets = datasets;
        this.schema = new DatasetSchema(transactions);
        this.files = new FileLoader(datasets, transactions, services.deadLetters(), services.clock());
        this.reports = new ReportExport(transactions, services.reports());
        this.meters = services.meters();
        this.clock = services.clock();
    }

    public Datasets datasets() {
        return datasets;
    }

    /**
     * Brings tables and views up to the declarations. To be called before any file is loaded.
     *
     * @throws IllegalArgumentException if they do not go with the declarations; the message lists every problem
     * @throws IOException if the database cannot be reached
     */
    public void prepare() throws IOException {
        if (!datasets.all().isEmpty()) {
            schema.apply(datasets);
        }
    }

    /**
     * Loads a file whole or not at all.
     *
     * @throws IOException if file, database or dead letter cannot be used now; nothing has changed
     */
    public LoadResult load(Dataset dataset, Path file) throws IOException {
        Instant start = clock.instant();
        LoadResult result = files.load(dataset, file);
        meters.datasetFile(dataset.name(), result.outcome(), Duration.between(start, clock.instant()));
        if (result instanceof LoadResult.Loaded loaded) {
            meters.datasetRows(dataset.name(), loaded.changed(), loaded.rejected());
        }
        LOG.logf(
                result.isComplete() ? Logger.Level.INFO : Logger.Level.WARN,
                "Dataset %s, file %s: %s",
                dataset.name(),
                file.getFileName(),
                result);
        return result;
    }

    /** Copies the reports that have changed into the lake, and returns how many that were. */
    public int exportReports() throws IOException {
        return datasets.reports().isEmpty()
                ? 0
                : reports.run(
                        datasets.reports().stream().map(DatasetReport::name).toList());
    }

    @Override
    public void close() {
        reports.close();
    }
}
