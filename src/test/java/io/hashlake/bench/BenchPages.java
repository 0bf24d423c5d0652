package io.hashlake.bench;

import io.hashlake.tweet.Hashtag;
import io.hashlake.x.query.SearchQuery;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages of distinct posts for each packed query, in files: as many of a query as its hashtags are used. */
final class BenchPages {

    static final int POSTS_PER_PAGE = 100;

    /** A query's file, and how many pages stand in it. */
    private record Pages(Path file, int count) {}

    private final Map<String, Pages> byQuery = new LinkedHashMap<>();

    private BenchPages() {}

    /** Writes about so many posts, in pages. */
    static BenchPages write(Path directory, long posts) throws IOException {
        Files.createDirectories(directory);
        BenchPages pages = new BenchPages();
        List<String> hashtags = PostGenerator.hashtags();
        double all = WeightedTags.zipf(hashtags).weight();
        PostGenerator generator = new PostGenerator();
        for (SearchQuery query : BenchQueries.packed(hashtags)) {
            WeightedTags tags = WeightedTags.among(followed(query, hashtags), hashtags);
            int count = (int) Math.max(1, Math.round(posts * tags.weight() / all / POSTS_PER_PAGE));
            Path file = directory.resolve(pages.byQuery.size() + ".pages");
            write(file, count, generator, tags);
            pages.byQuery.put(query.text(), new Pages(file, count));
        }
        return pages;
    }

    Set<String> queries() {
        return byQuery.keySet();
    }

    int count(String query) {
        return byQuery.get(query).count();
    }

    DataInputStream open(String query) {
        try {
            return new DataInputStream(new BufferedInputStream(
                    Files.newInputStream(byQuery.get(query).file()), 1 << 18));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> followed(SearchQuery query, List<String> hashtags) {
        Set<String> canonical = new LinkedHashSet<>(
                query.hashtags().stream().map(Hashtag::canonical).toList());
        return hashtags.stream()
                .filter(tag -> canonical.contains(Hashtag.of(tag).canonical()))
                .toList();
    }

    private static void write(Path file, int count, PostGenerator generator, WeightedTags tags) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 18))) {
            for (int i = 0; i < count; i++) {
                page(generator, tags).write(out);
            }
        }
    }

    private static BenchPage page(PostGenerator generator, WeightedTags tags) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        Set<Integer> authors = new LinkedHashSet<>();
        for (int i = 0; i < POSTS_PER_PAGE; i++) {
            authors.add(generator.append(json.append(i == 0 ? "" : ","), tags));
        }
        json.append("],\"includes\":{\"users\":[");
        String separator = "";
        for (int author : authors) {
            generator.appendAccount(json.append(separator), author);
            separator = ",";
        }
        json.append("]},\"meta\":{\"result_count\":").append(POSTS_PER_PAGE).append("}}");
        return BenchPage.of(json.toString(), POSTS_PER_PAGE);
    }
}
