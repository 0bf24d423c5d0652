package io.hashlake.lake.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes and names files below a directory such that they survive a power cut. Threads may share it. */
public final class DurableFiles {

    private static final boolean DIRECTORIES_SYNC = File.separatorChar == '/';

    private final Path root;

    public DurableFiles(Path root) {
        this.root = root;
    }

    public void write(Path file, List<ByteBuffer> content) throws IOException {
        ByteBuffer[] buffers = content.stream().map(ByteBuffer::duplicate).toArray(ByteBuffer[]::new);
        long left = content.stream().mapToLong(ByteBuffer::remaining).sum();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (left > 0) {
                left -= channel.write(buffers);
            }
            channel.force(true);
        }
    }

    /** A name, new or replaced, survives a power cut once the directories on the way to it are on the disk too. */
    public void move(Path temporary, Path target) throws IOException {
        make(target.getParent());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(target.getParent());
    }

    /** A directory that another thread has created is durable by the time it is visible. */
    private synchronized void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory) && directory.startsWith(root)) {
            make(directory.getParent());
            Files.createDirectories(directory);
            sync(directory.getParent());
        }
    }

    private static void sync(Path directory) throws IOException {
        if (DIRECTORIES_SYNC) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Gives a file another name.
     *
     * @throws FileAlreadyExistsException if the name is taken: of several that try, one succeeds
     */
    void makeName(Path name, Path existing) throws IOException {
        make(name.getParent());
        link(name, existing);
        sync(name.getParent());
    }

    /** Some file systems have no second names; there the bytes are copied. */
    void link(Path name, Path existing) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(existing, name);
            try (FileChannel channel = FileChannel.open(name, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }
}
