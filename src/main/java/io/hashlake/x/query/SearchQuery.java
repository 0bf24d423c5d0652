package io.hashlake.x.query;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.HashtagLookup;
import io.hashlake.tweet.Tweet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Query in X's query language. Two queries with the same text are equal. */
public final class SearchQuery {

    /** Limit for most customers, in Unicode code points; Enterprise has 4,096. */
    public static final int DEFAULT_LIMIT = 512;

    private final String text;
    private final List<Hashtag> hashtags;
    private final HashtagLookup index;
    private final boolean packable;

    /** A query of at most {@value #DEFAULT_LIMIT} code points. */
    public SearchQuery(String text) {
        this(text, DEFAULT_LIMIT);
    }

    /** A query of at most {@code limit} code points. */
    public SearchQuery(String text, int limit) {
        this.text = require(text, limit);
        List<QueryToken> tokens = QueryToken.of(text);
        this.hashtags = positive(tokens);
        this.index = new HashtagLookup(hashtags);
        this.packable = isAlternatives(tokens);
    }

    /** A query that was within its source's limit. */
    public static SearchQuery ofAnyLength(String text) {
        return new SearchQuery(text, text.length());
    }

    /** Returns the text as sent. */
    public String text() {
        return text;
    }

    /** The hashtags that it asks for, once each in the order of the text; not those that it excludes or quotes. */
    public List<Hashtag> hashtags() {
        return hashtags;
    }

    /** Returns whether the query is one hashtag, or hashtags joined by OR: only such queries can share a request. */
    public boolean isPackable() {
        return packable;
    }

    /**
     * Returns whether the tweet has one of the hashtags, ignoring accents as X's search does. A retweet has those of
     * its original.
     */
    public boolean matches(Tweet tweet) {
        return index.hasAnyOf(tweet.entities().hashtags());
    }

    /** Returns the canonical forms of those of its hashtags that the tweet has. */
    public List<String> hashtagsOf(Tweet tweet) {
        return index.canonicalOf(tweet.entities().hashtags());
    }

    private static String require(String text, int limit) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a query needs at least one word or hashtag");
        }
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            throw new IllegalArgumentException(
                    "the query has " + length + " characters, but X takes at most " + limit + ": split it");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the query holds a line break, a tab or another control character");
        }
        return text;
    }

    private static List<Hashtag> positive(List<QueryToken> tokens) {
        Distinct<Hashtag> found = new Distinct<>(Hashtag::canonical);
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean excluded = false;
        boolean negated = false;
        for (QueryToken token : tokens) {
            switch (token.kind()) {
                case OPEN -> {
                    groups.push(excluded);
                    excluded |= negated;
                }
                case CLOSE -> excluded = groups.isEmpty() ? excluded : groups.pop();
                case HASHTAG -> {
                    if (!excluded && !negated) {
                        found.add(Hashtag.of(token.text()));
                    }
                }
                default -> {}
            }
            negated = token.kind() == QueryToken.Kind.NOT;
        }
        return found.toList();
    }

    /** Returns whether the tokens are hashtags joined by OR; balanced parentheses are allowed. */
    private static boolean isAlternatives(List<QueryToken> tokens) {
        int depth = 0;
        boolean operandExpected = true;
        for (QueryToken token : tokens) {
            boolean opening = token.kind() == QueryToken.Kind.HASHTAG || token.kind() == QueryToken.Kind.OPEN;
            boolean closing = token.kind() == QueryToken.Kind.OR || token.kind() == QueryToken.Kind.CLOSE;
            if (operandExpected ? !opening : !closing) {
                return false;
            }
            depth += token.kind() == QueryToken.Kind.OPEN ? 1 : token.kind() == QueryToken.Kind.CLOSE ? -1 : 0;
            if (depth < 0) {
                return false;
            }
            operandExpected = token.kind() == QueryToken.Kind.OR || token.kind() == QueryToken.Kind.OPEN;
        }
        return depth == 0 && !operandExpected;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchQuery query && query.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
