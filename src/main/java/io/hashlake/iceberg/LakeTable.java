package io.hashlake.iceberg;

import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;

/** The table in its catalog, which is first asked when it is needed. Threads may share it. */
public final class LakeTable {

    /** Number of attempts of work during which other programs change the table. */
    private static final int MAX_ATTEMPTS = 3;

    private final Supplier<Catalog> source;
    private final TableIdentifier name;
    private final LakeLocation lake;
    private Catalog catalog;

    /** @param source opens the catalog */
    LakeTable(Supplier<Catalog> source, TableIdentifier name, LakeLocation lake) {
        this.source = source;
        this.name = name;
        this.lake = lake;
    }

    /** Returns the table that is configured; nothing is asked of its catalog yet. */
    public static LakeTable of(IcebergConfig config, DataSource database, ObjectStore store, LakeLocation lake) {
        return new LakeTable(
                Catalogs.of(config, database, lake, new LakeFileIO(store, lake)),
                TableIdentifier.parse(config.table()),
                lake);
    }

    /** Something done with the table as it stands now. */
    @FunctionalInterface
    interface Work<T> {
        T on(Table table) throws IOException;
    }

    LakeLocation lake() {
        return lake;
    }

    /**
     * Does something with the table, anew where another program has changed the table meanwhile.
     *
     * @throws IOException if the catalog or the store fails, or it is not known whether a commit succeeded
     */
    <T> T with(Work<T> work) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.on(load());
            } catch (ValidationException | CommitFailedException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new IOException("Iceberg table " + name + " keeps being changed: " + e.getMessage(), e);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (RuntimeException e) {
                throw new IOException("Iceberg table " + name + " is unavailable: " + e.getMessage(), e);
            }
        }
    }

    private synchronized Table load() {
        if (catalog == null) {
            catalog = source.get();
        }
        Table table = catalog.tableExists(name) ? catalog.loadTable(name) : create();
        if (!table.location().equals(location())) {
            throw new IllegalStateException("its location is " + table.location() + ", but the lake needs " + location()
                    + "; set hashlake.iceberg.location or another name in hashlake.iceberg.table");
        }
        PostTable.addNewColumns(table);
        return table;
    }

    private String location() {
        return lake.of("_hashlake/iceberg/" + name);
    }

    private Table create() {
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(name.namespace())) {
            namespaces.createNamespace(name.namespace());
        }
        try {
            return catalog.buildTable(name, PostTable.SCHEMA)
                    .withPartitionSpec(PostTable.SPEC)
                    .withLocation(location())
                    .withProperties(PostTable.properties(lake))
                    .create();
        } catch (AlreadyExistsException e) {
            return catalog.loadTable(name);
        }
    }
}
