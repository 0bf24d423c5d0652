package io.hashlake.pipeline.route;

import io.hashlake.core.HiddenPaths;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Directory of a user's route files. Links are followed and hidden paths skipped, so that a mounted ConfigMap, whose files and
 * subdirectories are links into a hidden directory, gives each of its files once.
 */
public final class RouteDirectory extends SimpleFileVisitor<Path> {

    /** Files that are meant to be YAML. */
    private static final Pattern YAML = Pattern.compile("(?i)\\.ya?ml$");

    private static final int MAX_DEPTH = 3;

    private final Path root;
    private final List<Path> found = new ArrayList<>();

    private RouteDirectory(Path root) {
        this.root = root;
    }

    /** Returns the YAML files in the directory and below it, sorted by path. */
    public static List<Path> yamlFilesIn(Path directory) throws IOException {
        RouteDirectory walk = new RouteDirectory(directory);
        Files.walkFileTree(directory, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, walk);
        return walk.found.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file) && YAML.matcher(file.toString()).find()) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
        if (isHidden(path) || e instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private boolean isHidden(Path path) {
        return HiddenPaths.isHidden(root, path);
    }
}
