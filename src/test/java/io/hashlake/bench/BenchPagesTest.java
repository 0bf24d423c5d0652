package io.hashlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark's posts, as the parsers read them. */
class BenchPagesTest {

    private static final int POSTS = 5_000;

    @TempDir
    Path directory;

    @Test
    void allPostsOfPagesDiffer() throws IOException {
        List<Tweet> tweets = pages();

        assertThat(tweets).hasSizeBetween(POSTS * 9 / 10, POSTS * 11 / 10);
        assertThat(distinct(tweets, Tweet::id)).isEqualTo(tweets.size());
        assertThat(distinct(tweets, Tweet::text)).isEqualTo(tweets.size());
        assertThat(distinct(tweets, tweet -> tweet.author().id())).isGreaterThan(tweets.size() / 2);
        assertThat(distinct(tweets, Tweet::language)).isEqualTo(3);
        assertThat(tweets).allMatch(tweet -> tweet.author().isKnown());
    }

    @Test
    void theHashtagsOfPagesFollowZipfsLaw() throws IOException {
        List<Tweet> tweets = pages();
        String most = PostGenerator.hashtags().get(0);

        double perPost = tweets.stream()
                .mapToInt(tweet -> tweet.entities().hashtags().size())
                .average()
                .orElseThrow();
        assertThat(perPost).isBetween(1.4, 1.8);
        assertThat(tweets.stream().filter(tweet -> tweet.entities().hashtags().stream()
                        .anyMatch(tag -> tag.text().equals(most))))
                .hasSizeBetween(tweets.size() / 8, tweets.size() / 2);
        assertThat(PostGenerator.hashtags()).hasSize(200);
    }

    @Test
    void allPostsOfFilesDiffer() throws Exception {
        Path file = directory.resolve("posts.jsonl");
        BenchFile.write(file, POSTS);
        List<Tweet> tweets = new ArrayList<>();
        PageParser parser = new PageParser();
        for (String line : Files.readAllLines(file)) {
            tweets.addAll(
                    parser.parseLine(line.getBytes(), "bench", Instant.EPOCH).tweets());
        }

        assertThat(distinct(tweets, Tweet::id)).isEqualTo(POSTS);
        assertThat(distinct(tweets, Tweet::text)).isEqualTo(POSTS);
        assertThat(tweets).allMatch(tweet -> tweet.author().isKnown());
    }

    private static long distinct(List<Tweet> tweets, Function<Tweet, Object> value) {
        return new HashSet<>(tweets.stream().map(value).toList()).size();
    }

    private List<Tweet> pages() throws IOException {
        BenchPages pages = BenchPages.write(directory, POSTS);
        BenchSearch search = new BenchSearch(pages, Long.MAX_VALUE);
        List<Tweet> tweets = new ArrayList<>();
        for (String query : pages.queries()) {
            String token = null;
            do {
                SearchRequest request = new SearchRequest("bench", SearchRequest.Scope.RECENT, query, 0, 0, token, 100);
                SearchPage page = ((ApiResult.Ok<SearchPage>) search.search(request)).value();
                tweets.addAll(page.tweets());
                token = page.nextToken().orElse(null);
            } while (token != null);
        }
        return tweets;
    }
}
