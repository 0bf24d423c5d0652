package io.hashlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of stream lines: a post and its author each. */
public final class BenchFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST_ID = 1_795_348_800_123_000_000L;
    private static final int PAGES = 10;

    private BenchFile() {}

    /** Writes so many posts, all with the hashtag covid19. */
    public static void write(Path file, long posts) throws IOException {
        try (PageTemplates templates = new PageTemplates()) {
            write(file, templates, posts);
        }
    }

    static void write(Path file, PageTemplates templates, long posts) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            lines.addAll(lines(JSON.readTree(templates.page("#covid19", page).withIds(FIRST_ID))));
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long post = 0; post < posts; post++) {
                ObjectNode line = lines.get((int) (post % lines.size()));
                ((ObjectNode) line.get("data")).put("id", Long.toString(FIRST_ID + post));
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
            }
        }
    }

    private static List<ObjectNode> lines(JsonNode page) {
        List<ObjectNode> lines = new ArrayList<>();
        for (JsonNode post : page.path("data")) {
            ObjectNode line = JSON.createObjectNode();
            line.set("data", post);
            for (JsonNode user : page.path("includes").path("users")) {
                if (user.path("id").equals(post.path("author_id"))) {
                    line.putObject("includes").putArray("users").add(user);
                }
            }
            lines.add(line);
        }
        return lines;
    }
}
