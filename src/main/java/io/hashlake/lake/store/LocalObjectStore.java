package io.hashlake.lake.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A lake in a local directory. Several processes may work on it. */
public final class LocalObjectStore implements ObjectStore {

    /** Engines skip what starts with an underscore. */
    private static final String TEMPORARY = "_hashlake/tmp";

    /** A file takes seconds to write. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** A put waits for the disk; with more than these under way it is not faster. */
    private static final int AT_ONCE = 4;

    private static final Pattern NOT_A_NAME = Pattern.compile("\\.{0,2}");

    private final Path root;
    private final DurableFiles files;
    private final String temporaryName = ProcessHandle.current().pid() + "-" + UUID.randomUUID() + "-";
    private final AtomicLong temporaryFiles = new AtomicLong();
    private boolean isOpen;

    /** @param root the lake's directory; made by {@link #open} if it is not there */
    public LocalObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.files = new DurableFiles(this.root);
    }

    /** The encoding of file names, which is not that of files: it follows the environment's LC_ALL on every JDK. */
    public static Charset names() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    /** Returns whether a file name can contain the text. */
    public static boolean isNameable(String text) {
        return names().equals(StandardCharsets.UTF_8) || names().newEncoder().canEncode(text);
    }

    @Override
    public boolean canName(String text) {
        return isNameable(text);
    }

    @Override
    public int parallelism() {
        return AT_ONCE;
    }

    @Override
    public synchronized void open() throws IOException {
        if (!isOpen) {
            removeTemporaryFiles();
            isOpen = true;
        }
    }

    private void removeTemporaryFiles() throws IOException {
        Path temporary = Files.createDirectories(root.resolve(TEMPORARY));
        try (var left = Files.newDirectoryStream(temporary, LocalObjectStore::isAbandoned)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Another process may be at work; what nobody has written to for so long was left by one that is not. */
    private static boolean isAbandoned(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(ABANDONED));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void put(String key, List<ByteBuffer> content) throws IOException {
        Path target = path(key);
        throughTemporary(temporary -> {
            files.write(temporary, content);
            files.move(temporary, target);
        });
    }

    /** A second name for a file can be made only where there is none: of several that try, one succeeds. */
    @Override
    public boolean putIfAbsent(String key, List<ByteBuffer> content) throws IOException {
        Path target = path(key);
        try {
            throughTemporary(temporary -> {
                files.write(temporary, content);
                files.makeName(target, temporary);
            });
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** A file is never changed once it has its name, so that two names may stand for the same bytes. */
    @Override
    public void copy(String from, String to) throws IOException {
        Path source = path(from);
        Path target = path(to);
        throughTemporary(temporary -> {
            files.link(temporary, source);
            files.move(temporary, target);
        });
    }

    private void throughTemporary(Step step) throws IOException {
        Path temporary = root.resolve(TEMPORARY).resolve(temporaryName + temporaryFiles.incrementAndGet() + ".tmp");
        Files.createDirectories(temporary.getParent());
        try {
            step.with(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Last step of a write: brings a temporary file into place. */
    @FunctionalInterface
    private interface Step {
        void with(Path temporary) throws IOException;
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
            Files.walkFileTree(start, new LocalListing(root, prefix, TEMPORARY, found));
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
}
