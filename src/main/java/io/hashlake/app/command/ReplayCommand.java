package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.StartException;
import io.hashlake.files.PostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings files into the lake and the warehouse, and follows nothing meanwhile. */
@Command(
        name = "replay",
        description =
                "Brings files of posts into the lake and the warehouse, through the same routes as everything else.",
        footer = {
            "",
            "A file may hold pages, stream lines or twarc output of v2, statuses of v1.1, or dead letters; plain, or with"
                    + " gzip, zstd, bzip2 or xz. After an interruption the same command goes on where it was.",
            "",
            "Exit code: 0 if all is committed, 1 if a file is not there, something was rejected, or there was no post."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A file, a directory of .json, .jsonl, .ndjson and .js files, or - for what is piped in.")
    List<String> paths;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        String[] files = files().stream().map(Path::toString).toArray(String[]::new);
        // Another Hashlake may be serving on the port.
        System.setProperty("quarkus.http.host-enabled", "false");
        EmbeddedServices.startWarehouse(Hashlake.settings());
        return Hashlake.run(ReplayApplication.class, files);
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String path : paths) {
            if (path.isEmpty()) {
                throw new ParameterException(command.commandLine(), "FILE is empty: name a file, a directory, or -");
            }
            try {
                PostFiles found = PostFiles.at(path);
                files.addAll(found.files());
                found.passedOver().forEach(System.out::println);
            } catch (IOException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
        return files;
    }
}
