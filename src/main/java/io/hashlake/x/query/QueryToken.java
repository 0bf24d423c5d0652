package io.hashlake.x.query;

import io.hashlake.tweet.Hashtag;
import java.util.ArrayList;
import java.util.List;

/** A word or sign of X's query language, as far as hashtags are concerned. */
record QueryToken(Kind kind, String text) {

    /** Kind of a token. */
    enum Kind {
        HASHTAG,
        OR,
        NOT,
        OPEN,
        CLOSE,
        /** A keyword, a quoted phrase or an operator. */
        OTHER
    }

    static List<QueryToken> of(String query) {
        List<QueryToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            int end = Character.isWhitespace(query.charAt(at)) ? at + 1 : end(query, at);
            if (!query.substring(at, end).isBlank()) {
                tokens.add(token(query.substring(at, end)));
            }
            at = end;
        }
        return tokens;
    }

    private static int end(String query, int at) {
        return switch (query.charAt(at)) {
            case '(', ')' -> at + 1;
            case '-' -> at + 1;
            default -> endOfWord(query, at);
        };
    }

    /** Quotes may start within a word, after an operator, and hold anything. */
    private static int endOfWord(String query, int at) {
        boolean quoted = false;
        int end = at;
        while (end < query.length() && (quoted || isPartOfWord(query.charAt(end)))) {
            quoted ^= query.charAt(end) == '"';
            end++;
        }
        return end;
    }

    private static boolean isPartOfWord(char c) {
        return !Character.isWhitespace(c) && c != '(' && c != ')';
    }

    private static QueryToken token(String text) {
        return new QueryToken(kind(text), text);
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "OR" -> Kind.OR;
            case "-" -> Kind.NOT;
            case "(" -> Kind.OPEN;
            case ")" -> Kind.CLOSE;
            default -> isHashtag(text) ? Kind.HASHTAG : Kind.OTHER;
        };
    }

    private static boolean isHashtag(String text) {
        boolean marked = text.startsWith("#") || text.startsWith("＃");
        return marked && text.length() > 1 && text.codePoints().skip(1).allMatch(Hashtag::isPart);
    }
}
