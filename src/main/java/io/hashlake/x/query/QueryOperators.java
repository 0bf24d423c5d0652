package io.hashlake.x.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Operators of X's query language, such as {@code from:}, with the values of those that take one of a few. */
final class QueryOperators {

    /** These may stand alone in a query. */
    private static final Set<String> STANDALONE =
            words("from to url url_title url_description url_contains retweets_of retweets_of_user in_reply_to_tweet_id"
                    + " in_reply_to_status_id retweets_of_tweet_id retweets_of_status_id quotes_of_tweet_id"
                    + " quotes_of_status_id conversation_id list place place_country point_radius bounding_box context"
                    + " entity bio bio_name bio_location user_bio user_bio_name user_bio_location followers_count"
                    + " following_count tweets_count listed_count profile_point_radius profile_bounding_box"
                    + " profile_country profile_region profile_locality profile_subregion");

    /** These only narrow what a standalone operator finds. */
    private static final Set<String> NARROWING =
            words("lang sample source is has min_likes min_replies min_reposts min_retweets");

    private static final Set<String> IS = words("retweet reply quote verified nullcast");
    private static final Set<String> HAS =
            words("hashtags cashtags links mentions media media_link images videos video_link geo profile_geo");

    private QueryOperators() {}

    /** Returns what is wrong with {@code name:value}, and what to write; empty if X knows it. */
    static Optional<String> problemOf(String name, String value) {
        String operator = name.toLowerCase(Locale.ROOT);
        if (!STANDALONE.contains(operator) && !NARROWING.contains(operator)) {
            return Optional.of("'" + name + ":' is no operator of X: write the word in quotes to find it in texts, or "
                    + "an operator such as from:, lang: or has:");
        }
        if (value.isEmpty()) {
            return Optional.of("'" + name + ":' has no value: write it right behind the colon, without a space");
        }
        return switch (operator) {
            case "is" -> oneOf(name, value, IS);
            case "has" -> oneOf(name, value, HAS);
            default -> Optional.empty();
        };
    }

    static boolean isStandalone(String name) {
        return STANDALONE.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> oneOf(String name, String value, Set<String> allowed) {
        return allowed.contains(value.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(
                        "'" + name + ":" + value + "' is no operator of X: write one of " + new TreeSet<>(allowed));
    }

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ")));
    }
}
