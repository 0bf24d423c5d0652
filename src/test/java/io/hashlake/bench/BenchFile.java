package io.hashlake.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of stream lines: a post and its author each. */
public final class BenchFile {

    private BenchFile() {}

    /** Writes so many posts, no two of them alike. */
    public static void write(Path file, long posts) throws IOException {
        PostGenerator generator = new PostGenerator();
        WeightedTags tags = WeightedTags.zipf(PostGenerator.hashtags());
        StringBuilder line = new StringBuilder();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            while (generator.posts() < posts) {
                line.setLength(0);
                int author = generator.append(line.append("{\"data\":"), tags);
                generator.appendAccount(line.append(",\"includes\":{\"users\":["), author);
                out.append(line.append("]}}\n"));
            }
        }
    }
}
