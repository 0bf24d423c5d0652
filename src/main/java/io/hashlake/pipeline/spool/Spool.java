package io.hashlake.pipeline.spool;

import io.hashlake.bus.UndecodableRecordException;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.DurableFiles;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Directory of files of batches, in the order of their names. A file is there whole or not at all, and stays until it is deleted,
 * over restarts too. Written by one thread and read by another.
 */
final class Spool {

    private static final String SUFFIX = ".spool";
    private static final String BROKEN = ".broken";

    private final Path directory;
    private final DurableFiles durable;
    private final AtomicLong bytes = new AtomicLong();
    private long last;

    Spool(Path directory) {
        this.directory = directory;
        this.durable = new DurableFiles(directory);
    }

    /** Finds what an earlier process left, and returns its files. */
    List<Path> open() throws IOException {
        Files.createDirectories(directory);
        List<Path> left = files();
        for (Path file : left) {
            bytes.addAndGet(Files.size(file));
            last = Math.max(last, number(file));
        }
        return left;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Makes the batches durable. */
    Path write(List<TweetBatch> batches) throws IOException {
        byte[] content = SpoolFormat.write(batches);
        Path unfinished = directory.resolve("next");
        durable.write(unfinished, List.of(ByteBuffer.wrap(content)));
        Path file = directory.resolve("%019d%s".formatted(last + 1, SUFFIX));
        durable.move(unfinished, file);
        last++;
        bytes.addAndGet(content.length);
        return file;
    }

    List<TweetBatch> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return SpoolFormat.read(in);
        } catch (UndecodableRecordException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Changes the batches that wait, and returns how many posts went. */
    synchronized long rewrite(UnaryOperator<TweetBatch> change) throws IOException {
        long gone = 0;
        for (Path file : files()) {
            List<TweetBatch> batches = read(file);
            List<TweetBatch> changed = batches.stream().map(change).toList();
            if (!changed.equals(batches)) {
                byte[] content = SpoolFormat.write(changed);
                bytes.addAndGet(content.length - Files.size(file));
                Path unfinished = directory.resolve("rewritten");
                durable.write(unfinished, List.of(ByteBuffer.wrap(content)));
                durable.move(unfinished, file);
                gone += posts(batches) - posts(changed);
            }
        }
        return gone;
    }

    private static long posts(List<TweetBatch> batches) {
        return batches.stream().mapToLong(batch -> batch.tweets().size()).sum();
    }

    synchronized void delete(Path file) throws IOException {
        long size = Files.size(file);
        Files.delete(file);
        bytes.addAndGet(-size);
    }

    /** Keeps a file that cannot be read for a person to look at, and returns its new name. */
    Path setAside(Path file) throws IOException {
        bytes.addAndGet(-Files.size(file));
        return Files.move(file, Path.of(file + BROKEN));
    }

    /** Returns the size of all files. */
    long bytes() {
        return bytes.get();
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
