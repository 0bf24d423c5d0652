package io.hashlake.dataset.declaration;

import io.hashlake.pipeline.route.Problems;
import io.hashlake.pipeline.route.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the columns of a declaration. */
final class ColumnsReader {

    private static final List<String> COMMON =
            List.of("name", "header", "type", "description", "required", "references");

    private final Problems problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> headers = new HashSet<>();

    ColumnsReader(Problems problems) {
        this.problems = problems;
    }

    List<DatasetColumn> read(DeclaredKeys dataset, YamlNode root) {
        List<DatasetColumn> columns = new ArrayList<>();
        for (YamlNode item : dataset.items("columns")) {
            if (item.isMapping()) {
                columns.add(column(item));
            } else {
                problems.add(item, "a column needs keys: " + String.join(", ", COMMON));
            }
        }
        if (columns.isEmpty()) {
            problems.add(root, "'columns' is missing: a dataset has at least one");
        }
        return columns;
    }

    private DatasetColumn column(YamlNode node) {
        DeclaredKeys keys = new DeclaredKeys(node, problems);
        String name = keys.name("name");
        String header = keys.text("header", name);
        if (!names.add(name)) {
            keys.refuse("name", "is taken by another column");
        }
        if (!headers.add(header)) {
            keys.refuse("header", "is taken by another column");
        }
        return new DatasetColumn(
                name,
                header,
                new FormatReader(keys).read(COMMON),
                keys.flag("required"),
                Optional.of(keys.text("references", "")).filter(text -> !text.isEmpty()),
                keys.text("description", ""));
    }
}
