package io.hashlake.lake.store;

import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Finds the objects in a lake's directory. */
final class LocalListing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String prefix;
    private final String hidden;
    private final List<StoredObject> found;

    /**
     * @param prefix what keys begin with that are wanted
     * @param hidden a directory below the root in which nothing is found
     * @param found what is found is added to it
     */
    LocalListing(Path root, String prefix, String hidden, List<StoredObject> found) {
        this.root = root;
        this.prefix = prefix;
        this.hidden = hidden;
        this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.equals(root.resolve(hidden)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String key = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (key.startsWith(prefix)) {
            found.add(new StoredObject(key, attributes.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A file that goes while the directory is listed is not there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
