package io.hashlake.example.ndjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file of JSON lines, each of which is there whole or not at all. */
final class NdjsonFile {

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path path;
    private long end;

    NdjsonFile(Path path) {
        this.path = path;
    }

    /** @throws CharacterCodingException if a text is no Unicode, for instance ends within an emoji */
    ByteBuffer line(Tweet tweet) throws CharacterCodingException {
        try {
            String line = json.writeValueAsString(tweet) + "\n";
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(line));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the ids of the posts that are there. A line that was half written does not count, and is overwritten. */
    Set<Long> open() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int whole = content.length;
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        end = whole;
        Set<Long> ids = new HashSet<>();
        for (String line :
                new String(content, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            ids.add(json.readTree(line).get("id").asLong());
        }
        return ids;
    }

    /** Appends the lines durably; if it fails, the next attempt begins at the same place. */
    void append(List<ByteBuffer> lines) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end).position(end);
            for (ByteBuffer line : lines) {
                ByteBuffer rest = line.duplicate();
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.force(true);
            end = channel.position();
        }
    }
}
