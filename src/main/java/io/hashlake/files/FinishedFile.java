package io.hashlake.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A file as it was before it was read, to be moved out of the way afterwards without overwriting or mistaking another. */
public final class FinishedFile {

    private final Path path;
    private final BasicFileAttributes before;

    private FinishedFile(Path path, BasicFileAttributes before) {
        this.path = path;
        this.before = before;
    }

    /** @throws IOException if it is not there */
    public static FinishedFile of(Path path) throws IOException {
        return new FinishedFile(path, attributes(path));
    }

    /**
     * Moves it into a directory, under its name or, where that is taken, with a number in it.
     *
     * @return false if it has changed since, or another has taken its place: that is left where it is, to be read
     */
    public boolean moveTo(Path directory) throws IOException {
        if (!isUnchanged(path)) {
            return false;
        }
        Files.createDirectories(directory);
        Path target = reserve(directory);
        if (moveOver(path, target) || isUnchanged(target)) {
            return true;
        }
        moveOver(target, reserve(path.toAbsolutePath().getParent()));
        return false;
    }

    /** Creates an empty file under a free name, to reserve it. */
    private Path reserve(Path directory) throws IOException {
        String name = path.getFileName().toString();
        for (int number = 1; ; number++) {
            try {
                return Files.createFile(directory.resolve(number == 1 ? name : PostFiles.numbered(name, number)));
            } catch (FileAlreadyExistsException e) {
                // the next number may be free
            }
        }
    }

    /** Returns whether the file became another one, because the directories are on different devices. */
    private static boolean moveOver(Path file, Path reserved) throws IOException {
        try {
            Files.move(file, reserved, StandardCopyOption.ATOMIC_MOVE);
            return false;
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, reserved, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            Files.delete(reserved);
            throw e;
        }
    }

    private boolean isUnchanged(Path there) throws IOException {
        BasicFileAttributes now = attributes(there);
        return now.size() == before.size()
                && now.lastModifiedTime().equals(before.lastModifiedTime())
                && Objects.equals(now.fileKey(), before.fileKey());
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
