package io.hashlake.simulator.query;

import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.PostKind;
import java.util.regex.Pattern;

/** Reads the single terms of a query. */
final class QueryTerm {

    private static final Pattern USERNAME = Pattern.compile("\\w{1,15}");
    private static final Pattern HASHTAG = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Folding folding;

    QueryTerm(Folding folding) {
        this.folding = folding;
    }

    ParsedQuery word(String word) {
        if (word.startsWith("#") || word.startsWith("＃")) {
            return new ParsedQuery.Hashtag(folding.fold(require(HASHTAG, word.substring(1), word)));
        }
        if (word.startsWith("@")) {
            return new ParsedQuery.Mention(require(USERNAME, word.substring(1), word));
        }
        int colon = word.indexOf(':');
        return colon < 0 ? phrase(word) : operator(word, colon);
    }

    ParsedQuery phrase(String text) {
        String words = folding.words(text);
        if (words.isBlank()) {
            throw new IllegalArgumentException("'" + text + "' holds no word to look for");
        }
        return new ParsedQuery.Words(words);
    }

    private ParsedQuery operator(String word, int colon) {
        String value = word.substring(colon + 1);
        return switch (word.substring(0, colon)) {
            case "lang" -> new ParsedQuery.Written(require(LANGUAGE, value, word));
            case "from" -> new ParsedQuery.From(require(USERNAME, value, word));
            case "is" -> new ParsedQuery.Is(kind(value, word));
            default -> throw new IllegalArgumentException("the operator of '" + word + "' is not supported");
        };
    }

    private static PostKind kind(String value, String word) {
        return switch (value) {
            case "retweet" -> PostKind.REPOST;
            case "quote" -> PostKind.QUOTE;
            case "reply" -> PostKind.REPLY;
            default -> throw unreadable(word);
        };
    }

    private static String require(Pattern pattern, String value, String word) {
        if (!pattern.matcher(value).matches()) {
            throw unreadable(word);
        }
        return value;
    }

    private static IllegalArgumentException unreadable(String word) {
        return new IllegalArgumentException("cannot read '" + word + "'");
    }
}
