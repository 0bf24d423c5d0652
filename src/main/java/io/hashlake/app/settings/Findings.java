package io.hashlake.app.settings;

import io.hashlake.core.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collects everything that keeps the configuration from being used. */
final class Findings {

    private final List<String> problems;

    Findings(Collection<String> problems) {
        this.problems = new ArrayList<>(problems);
    }

    /** Returns the part, or null after noting why there is none. */
    <T> T of(Supplier<T> part) {
        return of("", part);
    }

    /** @param group stands before each of the part's mistakes */
    <T> T of(String group, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            Stream.of(e.getMessage().split(Mistakes.SEPARATOR)).forEach(mistake -> problems.add(group + mistake));
            return null;
        }
    }

    void requireWritable(String key, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".hashlake", ".probe"));
        } catch (IOException e) {
            problems.add(key + " = " + directory + ": cannot be written ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "); must be a directory in which this user may create files");
        }
    }

    /** @throws StartException if there are any */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }
}
