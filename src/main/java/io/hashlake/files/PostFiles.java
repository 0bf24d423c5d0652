package io.hashlake.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that hold posts. */
public final class PostFiles {

    private static final Pattern NAME =
            Pattern.compile(".+\\.(json|jsonl|ndjson)(\\.(gz|zst))?", Pattern.CASE_INSENSITIVE);

    private PostFiles() {}

    /**
     * The file itself, whatever its name; or all files in a directory and below it that are named as files of posts are.
     *
     * @throws IOException if there is none; the message says so
     */
    public static List<Path> at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> files = paths.filter(Files::isRegularFile)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException(
                        path + ": there is no .json, .jsonl or .ndjson file in it, nor one of them as .gz or .zst");
            }
            return files;
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": there is no such file or directory", e);
        }
    }
}
