package io.hashlake.simulator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a query.
 *
 * @param position its first character in the query
 */
record ParserToken(Type type, String text, int position) {

    enum Type {
        OPEN,
        CLOSE,
        NOT,
        OR,
        PHRASE,
        WORD,
        END
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<sign>[()-])|\"(?<phrase>[^\"]*)\"|(?<word>[^\\s()\"]+))");

    /** The pieces of a query; the last is {@link Type#END}. */
    static List<ParserToken> all(String query) {
        String text = query.stripTrailing();
        List<ParserToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int position = 0;
        while (position < text.length()) {
            if (!matcher.region(position, text.length()).lookingAt()) {
                throw new IllegalArgumentException("a quotation mark is not closed at position " + position);
            }
            tokens.add(token(matcher));
            position = matcher.end();
        }
        tokens.add(new ParserToken(Type.END, "", position));
        return tokens;
    }

    private static ParserToken token(Matcher matcher) {
        if (matcher.group("phrase") != null) {
            return new ParserToken(Type.PHRASE, matcher.group("phrase"), matcher.start("phrase") - 1);
        }
        if (matcher.group("sign") == null) {
            String word = matcher.group("word");
            return new ParserToken(word.equals("OR") ? Type.OR : Type.WORD, word, matcher.start("word"));
        }
        Type type =
                switch (matcher.group("sign")) {
                    case "(" -> Type.OPEN;
                    case ")" -> Type.CLOSE;
                    default -> Type.NOT;
                };
        return new ParserToken(type, matcher.group("sign"), matcher.start("sign"));
    }
}
