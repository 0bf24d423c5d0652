package io.hashlake.dataset.declaration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts datasets in an order in which each comes after those that it refers to, and tells where there is none. */
final class ReferenceOrder {

    private final Map<String, Dataset> datasets;
    private final List<String> problems;
    private final Set<Dataset> ordered = new LinkedHashSet<>();

    /** @param problems takes what is wrong */
    ReferenceOrder(Map<String, Dataset> datasets, List<String> problems) {
        this.datasets = datasets;
        this.problems = problems;
    }

    List<Dataset> ordered() {
        datasets.values().forEach(this::check);
        if (problems.isEmpty()) {
            datasets.values().forEach(dataset -> visit(dataset, List.of()));
        }
        return List.copyOf(ordered);
    }

    private void check(Dataset dataset) {
        dataset.columns().stream()
                .filter(column -> column.references().isPresent())
                .forEach(column -> check(dataset, column));
    }

    private void check(Dataset dataset, DatasetColumn column) {
        String name = column.references().orElseThrow();
        Dataset target = datasets.get(name);
        String place = dataset.location() + ":1: column " + column.name() + ": references = '" + name + "': ";
        if (target == null) {
            problems.add(place + "there is no such dataset; there are " + String.join(", ", datasets.keySet()));
        } else if (target.key().size() != 1) {
            problems.add(place + "must be a dataset whose key is one column");
        } else if (!isSameType(target.keyColumns().get(0), column)) {
            problems.add(place + "must have the type of its key, "
                    + target.keyColumns().get(0).format().sqlType());
        }
    }

    private static boolean isSameType(DatasetColumn key, DatasetColumn column) {
        return key.format().sqlType().equals(column.format().sqlType());
    }

    private void visit(Dataset dataset, List<String> path) {
        List<String> longer = new ArrayList<>(path);
        longer.add(dataset.name());
        if (path.contains(dataset.name())) {
            problems.add(dataset.location() + ":1: the references " + String.join(" -> ", longer)
                    + " go round in a circle: files could be loaded in no order, so remove one of them");
        } else if (!ordered.contains(dataset)) {
            dataset.references().forEach(name -> visit(datasets.get(name), longer));
            ordered.add(dataset);
        }
    }
}
