package io.hashlake.lake.parquet;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Where the values of columns come from: null, or an empty list, where a tweet has none. */
final class TweetValues {

    private TweetValues() {}

    static <T> Function<Tweet, T> author(Function<User, T> value) {
        return tweet -> value.apply(tweet.author());
    }

    /** What an account that is known by its id alone has no value for. */
    static <T> Function<Tweet, T> ofKnownAuthor(Function<User, T> value) {
        return tweet -> tweet.author().isKnown() ? value.apply(tweet.author()) : null;
    }

    static <T> Function<Tweet, T> profile(Function<User.Profile, T> value) {
        return tweet -> value.apply(tweet.author().profile());
    }

    static Function<Tweet, Long> accounts(ToLongFunction<User.Counts> count) {
        return tweet -> known(count.applyAsLong(tweet.author().counts()));
    }

    static Function<Tweet, Long> count(ToLongFunction<Metrics> count) {
        return tweet -> known(count.applyAsLong(tweet.metrics()));
    }

    private static Long known(long count) {
        return count == Metrics.UNKNOWN ? null : (Long) count;
    }

    static <T> Function<Tweet, T> entities(Function<Entities, T> value) {
        return tweet -> value.apply(tweet.entities());
    }

    static Function<Tweet, List<String>> hashtags(Function<Hashtag, String> value) {
        return tweet -> tweet.entities().hashtags().stream().map(value).toList();
    }

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

    static Function<Tweet, List<String>> withheldCountries() {
        return tweet -> tweet.withheld() == null ? List.of() : tweet.withheld().countryCodes();
    }

    static <T> Function<Tweet, T> analysed(Function<TextAnalysis, T> value) {
        return tweet -> tweet.analysis() == null ? null : value.apply(tweet.analysis());
    }

    static Function<Tweet, List<String>> emojis() {
        return tweet -> tweet.analysis() == null ? List.of() : tweet.analysis().emojis();
    }

    static <T> Function<Tweet, T> sentiment(Function<Sentiment, T> value) {
        return analysed(analysis -> analysis.sentiment() == null ? null : value.apply(analysis.sentiment()));
    }
}
