package io.hashlake.files;

import io.hashlake.core.HiddenPaths;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that hold posts.
 *
 * @param files in the order in which they are read
 * @param passedOver what lies beside them and is not read, each with the reason
 */
public record PostFiles(List<Path> files, List<String> passedOver) {

    /** Name for standard input. */
    public static final Path STANDARD_INPUT = Path.of("-");

    private static final Pattern NAME = Pattern.compile(
            "(.+?)(\\.(json|jsonl|ndjson|js)(\\.(gz|gzip|bgz|zst|zstd|bz2|xz))?)", Pattern.CASE_INSENSITIVE);

    /** Replacement in a name for bytes that could not be decoded. */
    private static final String UNDECODED = "\uFFFD";

    private static final String UNDECODABLE =
            "its name cannot be decoded under this locale; set LC_ALL=C.UTF-8, or rename it";

    public PostFiles {
        files = List.copyOf(files);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * The same as a command names it.
     *
     * @throws IOException if there is none; the message says so
     */
    public static PostFiles at(String path) throws IOException {
        try {
            return at(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IOException(path + ": " + UNDECODABLE, e);
        }
    }

    /**
     * The file itself, whatever its name; or all files in a directory and below it that are named as files of posts are.
     * What begins with a dot is hidden.
     *
     * @throws IOException if there is none; the message says so
     */
    public static PostFiles at(Path path) throws IOException {
        if (path.equals(STANDARD_INPUT)) {
            return new PostFiles(List.of(path), List.of());
        }
        if (!Files.exists(path)) {
            throw new IOException(path + ": " + (isDecoded(path) ? "there is no such file or directory" : UNDECODABLE));
        }
        if (!Files.isDirectory(path)) {
            return new PostFiles(List.of(path), List.of());
        }
        Search search = new Search(path.toRealPath());
        Files.walkFileTree(search.root, search);
        if (search.files.isEmpty()) {
            throw new IOException(path + ": there is no .json, .jsonl or .ndjson file in it, nor one of them compressed"
                    + search.passedOver.stream().map(one -> "\n    " + one).reduce("", String::concat));
        }
        Collections.sort(search.files);
        return new PostFiles(search.files, search.passedOver);
    }

    /** Returns why a file in a directory of posts is not read; empty if it is. */
    public static Optional<String> refusal(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(Files.isSymbolicLink(file) ? "it is a link to a directory" : "it is a directory");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(Files.exists(file) ? "it is no regular file" : "it is a link to nothing");
        }
        if (!NAME.matcher(file.getFileName().toString()).matches()) {
            return Optional.of("its name does not end in .json, .jsonl, .ndjson or .js,"
                    + " each also with .gz, .zst, .bz2 or .xz");
        }
        return isDecoded(file) ? Optional.empty() : Optional.of(UNDECODABLE);
    }

    /** A name with such a character is not that of the file any more. */
    private static boolean isDecoded(Path path) {
        return !path.toString().contains(UNDECODED);
    }

    /** Returns why the file could not be opened, in words. */
    static String problem(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return isDecoded(file) ? "there is no such file" : UNDECODABLE;
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }

    /** The name with a number before its ending. */
    static String numbered(String name, int number) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(1) + "-" + number + parts.group(2) : name + "-" + number;
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private final List<String> passedOver = new ArrayList<>();

        Search(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return HiddenPaths.isHidden(root, directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!HiddenPaths.isHidden(root, file)) {
                visit(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Posts that cannot be reached for their file's name must not be left out with a word alone. */
        private void visit(Path file) throws IOException {
            String reason = refusal(file).orElse(null);
            if (UNDECODABLE.equals(reason)) {
                throw new IOException(file + ": " + reason);
            }
            if (reason == null) {
                files.add(file);
            } else {
                passOver(file, reason);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            passOver(file, "it cannot be read: " + problem(file, e));
            return FileVisitResult.CONTINUE;
        }

        private void passOver(Path file, String reason) {
            passedOver.add(file + " is skipped: " + reason);
        }
    }
}
