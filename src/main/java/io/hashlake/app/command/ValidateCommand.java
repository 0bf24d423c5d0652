package io.hashlake.app.command;

import io.hashlake.app.command.output.ReportFormat;
import io.hashlake.app.command.output.Validation;
import io.hashlake.app.settings.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what would keep Hashlake from starting, by the code by which the start finds it. */
@Command(
        name = "validate",
        description = "Checks route files and configuration as the start does, without database and network.",
        footer = {
            "",
            "Prints a line for each problem, with file, line and what to write.",
            "Exit code: 0 if there is no problem, 1 if there is one, 2 for wrong usage."
        })
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Directory of route files; without it that of hashlake.routes.")
    Path directory;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    ReportFormat format;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new ParameterException(command.commandLine(), "DIR is no directory: " + directory);
        }
        if (directory != null) {
            System.setProperty("hashlake.routes", directory.toString());
        }
        try {
            Hashlake.settings();
        } catch (StartException e) {
            return Validation.of(null, e.problems()).print(format, System.out);
        }
        // Nothing is connected to: another Hashlake may be serving on the port, and the database may be out.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.datasource.active", "false");
        return Hashlake.run(ValidateApplication.class, format.name());
    }
}
