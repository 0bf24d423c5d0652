package io.hashlake.pipeline.spool;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Clearable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The spools of all sinks, for when no process uses them. */
public record SpoolFiles(Path directory) implements Clearable {

    /** Returns those below the directory of the embedded defaults. */
    public static SpoolFiles below(Path dataDirectory) {
        return new SpoolFiles(dataDirectory.resolve("spool"));
    }

    /** Returns the directory of one sink's spool. */
    public Path of(String sink) {
        return directory.resolve(sink);
    }

    @Override
    public String store() {
        return "spool";
    }

    @Override
    public String contents() throws IOException {
        int files = files().size();
        return new Quantity(files, "file").orEmpty();
    }

    @Override
    public void eraseAll() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
