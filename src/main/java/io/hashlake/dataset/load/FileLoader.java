package io.hashlake.dataset.load;

import io.hashlake.core.DeadLetters;
import io.hashlake.dataset.csv.DatasetFile;
import io.hashlake.dataset.csv.DatasetRow;
import io.hashlake.dataset.csv.RefusedFileException;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;

/**
 * Loads files, each in one transaction with its entry in the ledger. Rejected rows are in the dead letter before that is
 * committed: where the process is killed in between, the next load of the file adds them again.
 */
final class FileLoader {

    private final Datasets datasets;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Clock clock;

    FileLoader(Datasets datasets, Transactions transactions, DeadLetters deadLetters, Clock clock) {
        this.datasets = datasets;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** @throws IOException if file, database or dead letter cannot be used now; nothing has changed */
    LoadResult load(Dataset dataset, Path path) throws IOException {
        FileContent file = FileContent.of(path);
        RejectedRows rejected = new RejectedRows(file.name(), deadLetters, clock);
        LoadResult result = transactions.run(path + " cannot be loaded", connection -> {
            DatasetLock.take(connection);
            FileLedger ledger = new FileLedger(connection, dataset, file);
            return ledger.isKnown() ? new LoadResult.Known() : attempt(ledger, rejected);
        });
        if (result instanceof LoadResult.Refused refused) {
            rejected.addFile(refused.reason());
            rejected.keep();
        }
        return result;
    }

    private LoadResult attempt(FileLedger ledger, RejectedRows rejected) throws SQLException, IOException {
        try {
            return load(ledger, rejected);
        } catch (RefusedFileException e) {
            return refused(ledger.connection(), e.getMessage());
        } catch (SQLException e) {
            if (!SqlErrors.isData(e)) {
                throw e;
            }
            return refused(ledger.connection(), SqlErrors.describe(e));
        }
    }

    private static LoadResult refused(Connection connection, String reason) throws SQLException {
        connection.rollback();
        return new LoadResult.Refused(reason);
    }

    private LoadResult load(FileLedger ledger, RejectedRows rejected)
            throws SQLException, IOException, RefusedFileException {
        try (InputStream in = Files.newInputStream(ledger.file().path())) {
            DatasetFile rows = DatasetFile.open(in, ledger.dataset());
            Staging staging = new Staging(ledger.connection(), ledger.dataset(), rows.columns());
            long count = staging.copy(rows, rejected::add);
            SortedMap<Long, String> removed = staging.removeUnreferenced(datasets);
            removed.putAll(staging.removeRepeated());
            addRemoved(removed, ledger, rejected);
            long changed = staging.merge();
            rejected.keep();
            LoadResult.Loaded result = new LoadResult.Loaded(count, changed, rejected.count(), rows.ignored());
            ledger.add(result);
            ledger.file().requireUnchanged();
            return result;
        }
    }

    /** The dead letter has rows as they stand in the file, which is read again for that. */
    private static void addRemoved(Map<Long, String> removed, FileLedger ledger, RejectedRows rejected)
            throws IOException, RefusedFileException {
        if (removed.isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(ledger.file().path())) {
            DatasetFile rows = DatasetFile.open(in, ledger.dataset());
            for (DatasetRow row = rows.next(); row != null; row = rows.next()) {
                if (removed.containsKey(row.line())) {
                    rejected.add(row, removed.get(row.line()));
                }
            }
        }
    }
}
