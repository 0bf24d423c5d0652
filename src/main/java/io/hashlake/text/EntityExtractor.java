package io.hashlake.text;

import com.twitter.twittertext.Extractor;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds in a text what X would have marked up in it, by X's own library, <a href="https://github.com/twitter/twitter-text">
 * twitter-text</a>: for payloads that mark nothing up. May be used by several threads at once.
 */
public final class EntityExtractor {

    /** X allows no longer text; the library's patterns need a stack that grows with it. */
    private static final int LONGEST_TEXT = 25_000;

    private final Extractor extractor = new Extractor();

    /** The same tweet; where its payload did not say what its text holds, with what can be found there. */
    public Tweet complete(Tweet tweet) {
        if (tweet.entities().areGiven()) {
            return tweet;
        }
        Entities found = extract(tweet.text());
        return found.equals(Entities.NONE) ? tweet : tweet.markedUp(found);
    }

    /** Returns whether X takes the text, with {@code #} in front of it, for one hashtag. */
    public boolean isHashtag(String bare) {
        return bare.length() <= LONGEST_TEXT
                && extractor.extractHashtags("#" + bare).equals(List.of(bare));
    }

    /** Hashtags, mentions, addresses and cashtags, each once; nothing for a text that is longer than X allows. */
    Entities extract(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Entities.NONE;
        }
        return new Entities(
                hashtags(text),
                found(text, "@＠", extractor::extractMentionedScreennames),
                found(text, ".", extractor::extractURLs),
                found(text, "$", extractor::extractCashtags),
                List.of());
    }

    private List<Hashtag> hashtags(String text) {
        Map<String, Hashtag> hashtags = new LinkedHashMap<>();
        for (String written : found(text, "#＃", extractor::extractHashtags)) {
            if (written.length() <= Hashtag.MAX_LENGTH) {
                add(written, hashtags);
            }
        }
        return List.copyOf(hashtags.values());
    }

    private static void add(String written, Map<String, Hashtag> hashtags) {
        try {
            Hashtag hashtag = Hashtag.of(written);
            hashtags.putIfAbsent(hashtag.canonical(), hashtag);
        } catch (IllegalArgumentException e) {
            // canonical forms may be longer than what was written: too long for a hashtag
        }
    }

    private static List<String> found(String text, String signs, Function<String, List<String>> extract) {
        boolean mayBe = signs.chars().anyMatch(sign -> text.indexOf(sign) >= 0);
        return mayBe ? extract.apply(text).stream().distinct().toList() : List.of();
    }
}
