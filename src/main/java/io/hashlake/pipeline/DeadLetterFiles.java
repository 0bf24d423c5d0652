package io.hashlake.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.files.TweetJson;
import io.hashlake.observability.Meters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps rejected input as JSON lines, one file a day (UTC) of rejection: {@code 2026-11-22.jsonl}. */
public final class DeadLetterFiles implements DeadLetters {

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
            append(directory.resolve(day.getKey() + ".jsonl"), lines(day.getValue()));
        }
        rejected.forEach(one -> meters.deadLettered(one.stage()));
    }

    /** Keeps what of a batch could not be parsed. */
    public void keep(TweetBatch batch) throws IOException {
        add(batch.rejected());
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
