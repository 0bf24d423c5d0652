package io.hashlake.simulator.query;

import io.hashlake.simulator.query.ParserToken.Type;
import io.hashlake.simulator.world.Folding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads X's query language, as far as the simulator speaks it: {@code #tag}, {@code @name}, words, quoted phrases, {@code
 * lang:}, {@code from:}, {@code is:retweet|quote|reply}, {@code -}, {@code OR}, parentheses; a space means and, which
 * binds closer than {@code OR}.
 */
public final class QueryParser {

    private static final Set<Type> END_OF_CONJUNCTION = EnumSet.of(Type.OR, Type.CLOSE, Type.END);
    private static final int DEEPEST = 20;

    private final List<ParserToken> tokens;
    private final QueryTerm terms;
    private int next;
    private int depth;

    private QueryParser(List<ParserToken> tokens, QueryTerm terms) {
        this.tokens = tokens;
        this.terms = terms;
    }

    /**
     * Parses a query.
     *
     * @param folding how the query is going to be compared
     * @throws IllegalArgumentException if it cannot be read; says where and why
     */
    public static ParsedQuery parse(String text, Folding folding) {
        QueryParser parser = new QueryParser(ParserToken.all(text), new QueryTerm(folding));
        ParsedQuery query = parser.alternatives();
        parser.expect(Type.END, "')' without '('");
        if (!query.isStandalone()) {
            throw new IllegalArgumentException("there must be something to look for in every alternative:"
                    + " conditions such as lang: and is:, and negations, cannot stand alone");
        }
        return query;
    }

    private ParsedQuery alternatives() {
        List<ParsedQuery> queries = new ArrayList<>(List.of(conjunction()));
        while (peek() == Type.OR) {
            next++;
            queries.add(conjunction());
        }
        return queries.size() == 1 ? queries.get(0) : new ParsedQuery.Or(queries);
    }

    private ParsedQuery conjunction() {
        List<ParsedQuery> queries = new ArrayList<>(List.of(term()));
        while (!END_OF_CONJUNCTION.contains(peek())) {
            queries.add(term());
        }
        return queries.size() == 1 ? queries.get(0) : new ParsedQuery.And(queries);
    }

    private ParsedQuery term() {
        if (++depth > DEEPEST) {
            throw error("more than " + DEEPEST + " levels");
        }
        ParserToken token = tokens.get(next);
        ParsedQuery query =
                switch (token.type()) {
                    case NOT -> negation();
                    case OPEN -> group();
                    case PHRASE -> terms.phrase(take().text());
                    case WORD -> terms.word(take().text());
                    case OR, CLOSE, END -> throw error("an operand is missing");
                };
        depth--;
        return query;
    }

    private ParsedQuery negation() {
        next++;
        return new ParsedQuery.Not(term());
    }

    private ParsedQuery group() {
        next++;
        ParsedQuery query = alternatives();
        expect(Type.CLOSE, "'(' without ')'");
        return query;
    }

    private Type peek() {
        return tokens.get(next).type();
    }

    private ParserToken take() {
        return tokens.get(next++);
    }

    private void expect(Type type, String otherwise) {
        if (peek() != type) {
            throw error(otherwise);
        }
        next++;
    }

    private IllegalArgumentException error(String problem) {
        return new IllegalArgumentException(
                problem + " at position " + tokens.get(next).position());
    }
}
