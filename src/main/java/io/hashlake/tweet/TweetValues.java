package io.hashlake.tweet;

import java.util.List;
import java.util.function.Function;

/** Getters of values within a post's parts: null where it has no such part. */
final class TweetValues {

    private TweetValues() {}

    static Function<Tweet, List<String>> hashtags(Function<Hashtag, String> value) {
        return tweet -> tweet.entities().hashtags().stream().map(value).toList();
    }

    /** A post refers to one other at most in each way. */
    static Function<Tweet, Long> referenced(Reference.Type type) {
        return tweet -> {
            for (Reference reference : tweet.references()) {
                if (reference.type() == type) {
                    return reference.tweetId();
                }
            }
            return null;
        };
    }

    static <T> Function<Tweet, T> place(Function<Place, T> value) {
        return tweet -> tweet.place() == null ? null : value.apply(tweet.place());
    }

    static <T> Function<Tweet, T> withheld(Function<Withheld, T> value) {
        return tweet -> tweet.withheld() == null ? null : value.apply(tweet.withheld());
    }

    static <T> Function<Tweet, T> analysed(Function<TextAnalysis, T> value) {
        return tweet -> tweet.analysis() == null ? null : value.apply(tweet.analysis());
    }

    static <T> Function<Tweet, T> sentiment(Function<Sentiment, T> value) {
        return analysed(analysis -> analysis.sentiment() == null ? null : value.apply(analysis.sentiment()));
    }
}
