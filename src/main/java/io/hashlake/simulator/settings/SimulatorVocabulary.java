package io.hashlake.simulator.settings;

import java.util.Map;
import java.util.stream.Collectors;

/** X's two sets of names: until OpenAPI 2.166 of August 2026 it said tweet, from 2.167 on it says post. */
public enum SimulatorVocabulary {
    /** Names up to 2.166: {@code tweet.fields}, {@code referenced_tweets}, {@code retweet_count}. */
    TWEET("https://api.twitter.com/2/problems/", Map.of()),
    /** From 2.167 on: {@code post.fields}, {@code referenced_posts}, {@code repost_count}. */
    POST(
            "https://api.x.com/2/problems/",
            Map.ofEntries(
                    Map.entry("tweet.fields", "post.fields"),
                    Map.entry("tweets", "posts"),
                    Map.entry("tweet", "post"),
                    Map.entry("referenced_tweets", "referenced_posts"),
                    Map.entry("referenced_tweets.id", "referenced_posts"),
                    Map.entry("note_tweet", "note_post"),
                    Map.entry("edit_history_tweet_ids", "edit_history_post_ids"),
                    Map.entry("retweet_count", "repost_count"),
                    Map.entry("tweet_count", "post_count"),
                    Map.entry("total_tweet_count", "total_post_count")));

    private final String problems;
    private final Map<String, String> renamed;
    private final Map<String, String> original;

    SimulatorVocabulary(String problems, Map<String, String> renamed) {
        this.problems = problems;
        this.renamed = renamed;
        this.original = renamed.entrySet().stream()
                .filter(name -> !name.getKey().equals("referenced_tweets"))
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Returns this vocabulary's word for {@link #TWEET}'s name. */
    public String name(String tweetName) {
        return renamed.getOrDefault(tweetName, tweetName);
    }

    /** Returns {@link #TWEET}'s word for a name of this vocabulary. */
    public String tweetName(String name) {
        return original.getOrDefault(name, name);
    }

    /** The {@code type} of a problem. */
    public String problem(String name) {
        return problems + name;
    }
}
