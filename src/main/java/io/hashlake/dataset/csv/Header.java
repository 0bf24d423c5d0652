package io.hashlake.dataset.csv;

import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.DatasetColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * First record of a file, which names its columns in any order.
 *
 * @param width how many fields it has
 * @param columns those of the dataset that the file has
 * @param places of each of them among the fields
 * @param ignored names of other columns
 */
record Header(int width, List<DatasetColumn> columns, List<Integer> places, List<String> ignored) {

    static Header of(List<String> fields, Dataset dataset) throws RefusedFileException {
        List<String> names = fields.stream().map(String::strip).toList();
        List<DatasetColumn> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (DatasetColumn column : dataset.columns()) {
            int place = names.indexOf(column.header());
            if (place >= 0) {
                requireOnce(column.header(), names);
                columns.add(column);
                places.add(place);
            } else if (column.required() || dataset.key().contains(column.name())) {
                missing.add(column.header());
            }
        }
        if (!missing.isEmpty()) {
            throw new RefusedFileException("the header lacks " + String.join(", ", missing) + "; it has "
                    + String.join(", ", names) + "; look at delimiter and encoding if that is one name, or unreadable");
        }
        return new Header(fields.size(), columns, places, ignored(names, columns));
    }

    private static void requireOnce(String header, List<String> names) throws RefusedFileException {
        if (names.indexOf(header) != names.lastIndexOf(header)) {
            throw new RefusedFileException("the header has " + header + " twice");
        }
    }

    private static List<String> ignored(List<String> names, List<DatasetColumn> columns) {
        List<String> known = columns.stream().map(DatasetColumn::header).toList();
        return names.stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .toList();
    }
}
