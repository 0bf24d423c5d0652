package io.hashlake.dataset.load;

import io.hashlake.core.Mistakes;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.Datasets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables and views of all datasets, as declared. */
final class DatasetSchema {

    private final Transactions transactions;

    DatasetSchema(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Brings them up to the declarations, all or none.
     *
     * @throws IllegalArgumentException if tables or queries do not go with the declarations; the message lists every problem
     * @throws IOException if the database cannot be reached
     */
    void apply(Datasets datasets) throws IOException {
        transactions.run("the tables of datasets cannot be made", connection -> {
            DatasetLock.take(connection);
            apply(datasets, connection);
            return null;
        });
    }

    private static void apply(Datasets datasets, Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        TableSchema tables = new TableSchema(connection, problems);
        for (Dataset dataset : datasets.all()) {
            tables.apply(dataset);
        }
        ReportViews views = new ReportViews(connection, problems);
        if (problems.isEmpty()) {
            views.apply(datasets.reports());
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(Mistakes.SEPARATOR, problems));
        }
        views.note(datasets.reports());
    }
}
