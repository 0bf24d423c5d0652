package io.hashlake.x.query;

import io.hashlake.x.query.QueryToken.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a query before X does, which refuses one that breaks these rules as a whole. Reads it by X's grammar: alternatives
 * joined by OR, of terms side by side, of which each may be a group in parentheses and may be negated.
 */
public final class QueryRules {

    /** A word before a colon that no quote comes before. */
    private static final Pattern OPERATOR = Pattern.compile("([^:\"]+):(.*)", Pattern.DOTALL);

    /** Facts about a piece of the query. */
    private record Terms(boolean isPositive, boolean isStandalone) {

        static final Terms NONE = new Terms(false, false);

        Terms and(Terms other) {
            return new Terms(isPositive || other.isPositive, isStandalone || other.isStandalone);
        }
    }

    private final List<QueryToken> tokens;
    private int next;

    private QueryRules(List<QueryToken> tokens) {
        this.tokens = tokens;
    }

    /** Returns what is wrong with the query, and what to write; empty if X would take it. */
    public static Optional<String> problemOf(String query) {
        try {
            requireQuotes(query);
            new QueryRules(QueryToken.of(query)).check();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static void requireQuotes(String query) {
        boolean isBalanced = query.chars().filter(c -> c == '"').count() % 2 == 0;
        require(isBalanced, "a quote is not closed: write \" on both sides of a phrase");
    }

    private void check() {
        Terms all = alternatives();
        require(!is(Kind.CLOSE), "a ')' has no '(' before it: remove it, or open the group");
        require(
                all.isStandalone,
                "the query only narrows what others find: add a word, a hashtag, or an operator such as from:");
    }

    private Terms alternatives() {
        Terms found = Terms.NONE;
        do {
            found = found.and(terms());
        } while (take(Kind.OR));
        return found;
    }

    private Terms terms() {
        require(
                next < tokens.size() && !is(Kind.OR) && !is(Kind.CLOSE),
                "nothing stands beside an OR or within parentheses: write a word or a hashtag there, or remove them");
        Terms found = Terms.NONE;
        while (next < tokens.size() && !is(Kind.OR) && !is(Kind.CLOSE)) {
            found = found.and(term());
        }
        require(found.isPositive, "an exclusion stands alone: add what is to be found beside it, such as a hashtag");
        return found;
    }

    private Terms term() {
        boolean isNegated = take(Kind.NOT);
        require(next < tokens.size() && !is(Kind.NOT), "a '-' excludes nothing: write a word right behind it");
        Terms found = take(Kind.OPEN) ? group() : word(tokens.get(next++).text());
        return isNegated ? Terms.NONE : found;
    }

    private Terms group() {
        Terms found = alternatives();
        require(take(Kind.CLOSE), "a '(' is not closed: write ')' behind its group");
        return found;
    }

    private static Terms word(String text) {
        require(
                !text.equalsIgnoreCase("and") && !text.equals("or"),
                "'" + text
                        + "' is ambiguous to X: leave a space for 'and', write OR for 'or', or put the word in quotes");
        Matcher operator = OPERATOR.matcher(text);
        if (!operator.matches()) {
            return new Terms(true, true);
        }
        QueryOperators.problemOf(operator.group(1), operator.group(2)).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new Terms(true, QueryOperators.isStandalone(operator.group(1)));
    }

    private boolean is(Kind kind) {
        return next < tokens.size() && tokens.get(next).kind() == kind;
    }

    private boolean take(Kind kind) {
        boolean isTaken = is(kind);
        next += isTaken ? 1 : 0;
        return isTaken;
    }

    private static void require(boolean isRight, String problem) {
        if (!isRight) {
            throw new IllegalArgumentException(problem);
        }
    }
}
