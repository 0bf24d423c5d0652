package io.hashlake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.text.OpenNlpDetector;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.text.sentiment.LexiconSentiment;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.TweetSamples;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What X has told of posts, and what it amounts to: counted by plain loops over its answers. Sentiment alone is the application's. */
final class TruePosts {

    private final Map<Long, TrueNumbers.Post> posts = new HashMap<>();
    private final TextAnalyzer analyzer;

    /** @param languages that texts are recognised as, separated by commas */
    TruePosts(String languages) {
        analyzer = new TextAnalyzer(new OpenNlpDetector(List.of(languages.split(","))), LexiconSentiment.load());
    }

    /** Takes the posts of an answer, which is newer than those before. */
    void take(JsonNode page) {
        page.path("data").forEach(post -> posts.put(post.path("id").asLong(), read(post)));
    }

    /** Numbers by hashtag and hour or day, as {@code hashtag|start}. */
    Map<String, TrueNumbers> series(Collection<String> hashtags, ChronoUnit step, ZoneId zone) {
        return numbers(hashtags, post -> "|" + start(post.at(), step, zone));
    }

    /** Numbers by hashtag. */
    Map<String, TrueNumbers> byHashtag(Collection<String> hashtags) {
        return numbers(hashtags, post -> "");
    }

    /** Numbers of all posts with any of the hashtags. */
    TrueNumbers of(Collection<String> hashtags) {
        return TrueNumbers.of(newest().stream()
                .filter(post -> post.hashtags().stream().anyMatch(hashtags::contains))
                .toList());
    }

    private Map<String, TrueNumbers> numbers(Collection<String> hashtags, Function<TrueNumbers.Post, String> key) {
        Map<String, TrueNumbers> numbers = new TreeMap<>();
        for (String hashtag : hashtags) {
            newest().stream()
                    .filter(post -> post.hashtags().contains(hashtag))
                    .collect(Collectors.groupingBy(post -> hashtag + key.apply(post)))
                    .forEach((name, group) -> numbers.put(name, TrueNumbers.of(group)));
        }
        return numbers;
    }

    /** Those of which no newer version is known. */
    private List<TrueNumbers.Post> newest() {
        Set<Long> outdated = new HashSet<>();
        for (TrueNumbers.Post post : posts.values()) {
            post.versions().stream().filter(version -> version < post.id()).forEach(outdated::add);
        }
        return posts.values().stream()
                .filter(post -> !outdated.contains(post.id()))
                .toList();
    }

    private static Instant start(Instant time, ChronoUnit step, ZoneId zone) {
        return step == ChronoUnit.DAYS
                ? time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : time.truncatedTo(step);
    }

    private TrueNumbers.Post read(JsonNode post) {
        JsonNode metrics = post.path("public_metrics");
        return new TrueNumbers.Post(
                post.path("id").asLong(),
                Instant.parse(post.path("created_at").asText()),
                post.path("author_id").asLong(),
                texts(whole(post).at("/entities/hashtags"), "tag").stream()
                        .map(tag -> Hashtag.of(tag).canonical())
                        .collect(Collectors.toSet()),
                metrics.path("retweet_count").asLong()
                        + metrics.path("reply_count").asLong()
                        + metrics.path("like_count").asLong()
                        + metrics.path("quote_count").asLong(),
                StreamSupport.stream(post.path("edit_history_tweet_ids").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList(),
                sentiment(post));
    }

    /** Of a long post, what is not cut off. */
    private static JsonNode whole(JsonNode post) {
        return post.has("note_tweet") ? post.get("note_tweet") : post;
    }

    private String sentiment(JsonNode post) {
        String text = whole(post).path("text").asText();
        TextAnalysis analysis =
                analyzer.analyse(TweetSamples.written(text, post.path("lang").asText(null)));
        return analysis.sentiment() == null
                ? null
                : analysis.sentiment().label().id();
    }

    private static List<String> texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(name).asText())
                .toList();
    }
}
