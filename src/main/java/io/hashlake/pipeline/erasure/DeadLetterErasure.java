package io.hashlake.pipeline.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.files.TweetJson;
import io.hashlake.pipeline.DeadLetterFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes erased posts out of the dead letters of this process: a letter that was nothing else goes as a whole. */
public final class DeadLetterErasure implements Erasure {

    private final DeadLetterFiles letters;
    private final PayloadEraser eraser;
    private final ObjectMapper json = TweetJson.mapper();

    public DeadLetterErasure(DeadLetterFiles letters, PayloadEraser eraser) {
        this.letters = letters;
        this.eraser = eraser;
    }

    @Override
    public String store() {
        return "dead letters";
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        return letters.rewrite(line -> left(line, tombstones));
    }

    private Optional<String> left(String line, Tombstones tombstones) {
        try {
            JsonNode letter = json.readTree(line);
            byte[] content = content(letter);
            Optional<byte[]> left = eraser.erase(content, tombstones);
            return left.isPresent() && left.get() != content
                    ? Optional.of(withContent((ObjectNode) letter, left.get()))
                    : left.map(same -> line);
        } catch (IOException e) {
            return Optional.of(line);
        }
    }

    /** Returns what was received, or the post that could not be stored. */
    private byte[] content(JsonNode letter) throws IOException {
        JsonNode payload = letter.path("payload");
        return payload.isTextual()
                ? payload.textValue().getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(letter.path("tweet"));
    }

    private String withContent(ObjectNode letter, byte[] content) throws IOException {
        if (letter.path("payload").isTextual()) {
            letter.put("payload", new String(content, StandardCharsets.UTF_8));
        } else {
            letter.set("tweet", json.readTree(content));
        }
        return json.writeValueAsString(letter);
    }

    @Override
    public String contents() throws IOException {
        return new Quantity(letters.files().size(), "file").orEmpty();
    }

    @Override
    public void eraseAll() throws IOException {
        letters.rewrite(line -> Optional.empty());
    }
}
