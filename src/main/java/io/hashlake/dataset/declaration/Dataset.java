package io.hashlake.dataset.declaration;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * A table and the files that fill it.
 *
 * @param name of the table and of the declaration's file
 * @param location of the declaration, for messages
 * @param checksum of the declaration: files that were loaded under another one may be loaded again
 * @param files pattern of their names
 * @param columns at least one
 * @param key names of the columns that tell rows apart, at least one
 */
public record Dataset(
        String name,
        String location,
        String checksum,
        String description,
        String files,
        FileFormat format,
        List<DatasetColumn> columns,
        List<String> key,
        List<DatasetReport> reports) {

    public Dataset {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        reports = List.copyOf(reports);
    }

    /** Tells whether a file's name says that it is one of this dataset's. */
    public boolean takes(Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + files).matches(file.getFileName());
    }

    /** The columns of the key, in its order. */
    public List<DatasetColumn> keyColumns() {
        return key.stream().map(this::column).toList();
    }

    /** Names of the datasets that it refers to. */
    public List<String> references() {
        return columns.stream().flatMap(column -> column.references().stream()).toList();
    }

    private DatasetColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
