package io.hashlake.app.command;

import io.hashlake.app.settings.StartException;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.Datasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A file that a command names, and the dataset into which it is to be loaded. */
record GivenFile(Dataset dataset, Path path) {

    /**
     * The files in the order in which they are to be loaded.
     *
     * @param arguments files; without the name of a dataset before them, their names tell whose they are
     * @throws StartException if there is no such file, or no telling whose it is
     */
    static List<GivenFile> of(List<String> arguments, Datasets datasets) {
        List<Dataset> named = datasets.named(arguments.get(0)).stream().toList();
        List<GivenFile> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String argument : arguments.subList(named.size(), arguments.size())) {
            Path path = Path.of(argument);
            List<Dataset> takers = named.isEmpty() ? datasets.of(path) : named;
            if (!Files.isRegularFile(path)) {
                problems.add(argument + ": there is no such file");
            } else if (takers.size() != 1) {
                problems.add(argument + ": name a dataset before it, for its name matches the patterns of "
                        + names(takers) + "; there are " + names(datasets.all()));
            } else {
                files.add(new GivenFile(takers.get(0), path));
            }
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add("no file is named after " + arguments.get(0));
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
        files.sort(Comparator.comparing(file -> datasets.all().indexOf(file.dataset())));
        return files;
    }

    private static String names(List<Dataset> datasets) {
        return datasets.isEmpty()
                ? "none"
                : String.join(", ", datasets.stream().map(Dataset::name).toList());
    }
}
