package io.hashlake.lake;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A lake in a local directory. It belongs to one process at a time. */
public final class LocalObjectStore implements ObjectStore {

    /** Engines skip what starts with an underscore. */
    private static final String TEMPORARY = "_hashlake/tmp";

    /** A put waits for the disk; with more than these under way it is not faster. */
    private static final int AT_ONCE = 4;

    private static final Pattern NOT_A_NAME = Pattern.compile("\\.{0,2}");
    private static final boolean DIRECTORIES_SYNC = File.separatorChar == '/';

    private final Path root;
    private final AtomicLong temporaryFiles = new AtomicLong();
    private boolean isOpen;

    /** @param root the lake's directory; made by {@link #open} if it is not there */
    public LocalObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public int parallelism() {
        return AT_ONCE;
    }

    /** What is half-written is an earlier process's only the first time. */
    @Override
    public synchronized void open() throws IOException {
        if (!isOpen) {
            removeTemporaryFiles();
            isOpen = true;
        }
    }

    private void removeTemporaryFiles() throws IOException {
        Path temporary = Files.createDirectories(root.resolve(TEMPORARY));
        try (var left = Files.newDirectoryStream(temporary)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void put(String key, List<ByteBuffer> content) throws IOException {
        Path target = path(key);
        Path temporary = root.resolve(TEMPORARY).resolve(temporaryFiles.incrementAndGet() + ".tmp");
        Files.createDirectories(temporary.getParent());
        try {
            writeDurably(temporary, content);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeDurably(Path file, List<ByteBuffer> content) throws IOException {
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
    private void move(Path temporary, Path target) throws IOException {
        make(target.getParent());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(target.getParent());
    }

    /** Whoever finds a directory that another thread has made finds it durable. */
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

    @Override
    public byte[] read(String key, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new EOFException(key + " ends before byte " + (offset + length));
                }
            }
        }
        return bytes.array();
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        int slash = prefix.lastIndexOf('/');
        Path start = slash < 0 ? root : path(prefix.substring(0, slash));
        List<StoredObject> found = new ArrayList<>();
        if (Files.isDirectory(start)) {
            Files.walkFileTree(start, new Collector(prefix, found));
        }
        found.sort(Comparator.comparing(StoredObject::key));
        return found;
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    private Path path(String key) {
        for (String name : key.split("/", -1)) {
            if (NOT_A_NAME.matcher(name).matches() || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("'" + key + "' is no key: '" + name + "' cannot be a name in it");
            }
        }
        return root.resolve(key);
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final String prefix;
        private final List<StoredObject> found;

        Collector(String prefix, List<StoredObject> found) {
            this.prefix = prefix;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith(TEMPORARY) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
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
}
