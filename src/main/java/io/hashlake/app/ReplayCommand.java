package io.hashlake.app;

import io.hashlake.files.PostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings files into the lake and the warehouse, and follows nothing meanwhile. */
@Command(
        name = "replay",
        description =
                "Brings files of posts into the lake and the warehouse, through the same routes as everything else.",
        footer = {
            "",
            "A file may hold pages, stream lines or twarc output of v2, statuses of v1.1, or dead letters; plain, gzip or"
                    + " zstd. After an interruption the same command goes on where it was.",
            "",
            "Exit code: 0 if all is committed, 1 if a file is not there or something was rejected."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A file, or a directory of .json, .jsonl and .ndjson files.")
    List<Path> paths;

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
        for (Path path : paths) {
            try {
                files.addAll(PostFiles.at(path));
            } catch (IOException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new StartProblems(problems);
        }
        return files;
    }
}
