package io.hashlake.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.AgedStore;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.files.TweetJson;
import io.hashlake.lake.store.DurableFiles;
import io.hashlake.observability.Meters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps rejected input as JSON lines, one file a day (UTC) of rejection: {@code 2026-11-22.jsonl}. */
public final class DeadLetterFiles implements DeadLetters, AgedStore {

    private static final String SUFFIX = ".jsonl";

    private final Path directory;
    private final Meters meters;
    private final ObjectMapper json = TweetJson.mapper();

    public DeadLetterFiles(Path directory, Meters meters) {
        this.directory = directory;
        this.meters = meters;
    }

    @Override
    public synchronized void add(List<Rejected> rejected) throws IOException {
        Map<LocalDate, List<Rejected>> days = rejected.stream()
                .collect(Collectors.groupingBy(
                        r -> r.at().atOffset(ZoneOffset.UTC).toLocalDate()));
        for (Map.Entry<LocalDate, List<Rejected>> day : days.entrySet()) {
            append(directory.resolve(day.getKey() + SUFFIX), lines(day.getValue()));
        }
        rejected.forEach(one -> meters.deadLettered(one.stage()));
    }

    /** Keeps what of a batch could not be parsed. */
    public void keep(TweetBatch batch) throws IOException {
        add(batch.rejected());
    }

    /**
     * Replaces every line by what is left of it. A file without lines goes.
     *
     * @return how many lines went or were changed
     */
    public synchronized long rewrite(Function<String, Optional<String>> left) throws IOException {
        long changed = 0;
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            List<Optional<String>> rewritten = lines.stream().map(left).toList();
            long changes = IntStream.range(0, lines.size())
                    .filter(line -> !rewritten.get(line).equals(Optional.of(lines.get(line))))
                    .count();
            if (changes > 0) {
                replace(file, rewritten.stream().flatMap(Optional::stream).toList());
            }
            changed += changes;
        }
        return changed;
    }

    private void replace(Path file, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            Files.delete(file);
            return;
        }
        DurableFiles durable = new DurableFiles(directory);
        Path unfinished = directory.resolve("rewritten");
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        durable.write(unfinished, List.of(ByteBuffer.wrap(content)));
        durable.move(unfinished, file);
    }

    /** Returns the files, a file a day. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String store() {
        return "dead-letter";
    }

    @Override
    public String unit() {
        return "file";
    }

    @Override
    public synchronized long drop(Instant before) throws IOException {
        String firstKept = before.atOffset(ZoneOffset.UTC).toLocalDate() + SUFFIX;
        List<Path> old = files().stream()
                .filter(file -> file.getFileName().toString().compareTo(firstKept) < 0)
                .toList();
        for (Path file : old) {
            Files.delete(file);
        }
        return old.size();
    }

    private ByteBuffer lines(List<Rejected> rejected) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Rejected one : rejected) {
            ObjectNode line = json.createObjectNode()
                    .put("at", one.at().toString())
                    .put("origin", one.origin())
                    .put("stage", one.stage().id())
                    .put("reason", one.reason())
                    .put("payload", one.payload());
            if (one.tweet() != null) {
                line.set("tweet", json.valueToTree(one.tweet()));
            }
            bytes.writeBytes(json.writeValueAsBytes(line));
            bytes.write('\n');
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** A write that failed half way is cut off again, so that a line is there whole or not at all. */
    private static void append(Path file, ByteBuffer lines) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = endOfLastLine(channel);
            channel.truncate(end).position(end);
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new IOException("cannot write the dead letter " + file + ": " + e.getMessage(), e);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
