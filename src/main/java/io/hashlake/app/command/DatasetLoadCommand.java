package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Settings;
import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.dataset.load.DatasetsConfig;
import io.hashlake.pipeline.Role;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads files into datasets, and does nothing else meanwhile. */
@Command(
        name = "load",
        description = "Loads CSV files into their tables, and exports the reports that change by it.",
        footer = {
            "",
            "Files are loaded in the order of their references, each whole or not at all; what was loaded before is left"
                    + " out. Rows that do not fit go to the dead letter.",
            "",
            "Exit code: 0 if every row is in its table, 1 if a file or a row was refused."
        })
final class DatasetLoadCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A file of the dataset that its name tells; or first the name of a dataset, for all files after it.")
    List<String> files;

    @Override
    public Integer call() {
        // Another Hashlake may be serving on the port.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("hashlake.roles", Role.JOBS.id());
        Settings settings = Hashlake.settings();
        GivenFile.of(files, Datasets.in(settings.of(DatasetsConfig.class).declarations()));
        EmbeddedServices.startWarehouse(settings);
        return Hashlake.run(DatasetLoadApplication.class, files.toArray(String[]::new));
    }
}
