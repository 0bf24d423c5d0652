package io.hashlake.iceberg;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.BaseMetastoreCatalog;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;

/** A catalog that outlives the processes of a test, and before and after each of whose commits something may happen. */
final class PointerCatalog extends BaseMetastoreCatalog {

    private final Map<TableIdentifier, String> pointers;
    private final FileIO files;
    private final Runnable interruption;

    /** @param pointers addresses of the tables' metadata */
    private PointerCatalog(Map<TableIdentifier, String> pointers, FileIO files, Runnable interruption) {
        this.pointers = pointers;
        this.files = files;
        this.interruption = interruption;
    }

    static IcebergLake.CatalogOpener opener() {
        Map<TableIdentifier, String> pointers = new ConcurrentHashMap<>();
        return (files, interruption) -> new PointerCatalog(pointers, files, interruption);
    }

    @Override
    protected TableOperations newTableOps(TableIdentifier name) {
        return new Operations(name);
    }

    @Override
    protected String defaultWarehouseLocation(TableIdentifier name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TableIdentifier> listTables(Namespace namespace) {
        return List.copyOf(pointers.keySet());
    }

    @Override
    public boolean dropTable(TableIdentifier name, boolean purge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void renameTable(TableIdentifier from, TableIdentifier to) {
        throw new UnsupportedOperationException();
    }

    private final class Operations extends BaseMetastoreTableOperations {

        private final TableIdentifier name;

        Operations(TableIdentifier name) {
            this.name = name;
        }

        @Override
        protected void doRefresh() {
            interruption.run();
            if (pointers.containsKey(name)) {
                refreshFromMetadataLocation(pointers.get(name));
            } else {
                disableRefresh();
            }
        }

        @Override
        protected void doCommit(TableMetadata base, TableMetadata metadata) {
            String next = writeNewMetadataIfRequired(base == null, metadata);
            interruption.run();
            boolean isMoved = base == null
                    ? pointers.putIfAbsent(name, next) == null
                    : pointers.replace(name, base.metadataFileLocation(), next);
            if (!isMoved) {
                throw new CommitFailedException("another one was faster");
            }
            interruption.run();
        }

        @Override
        protected String tableName() {
            return name.toString();
        }

        @Override
        public FileIO io() {
            return files;
        }
    }
}
