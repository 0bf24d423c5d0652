package io.hashlake.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes any text apart. White space, control and invisible characters and half characters (lone surrogates) belong to no
 * token; everything else belongs to exactly one.
 */
public final class Tokenizer {

    private Tokenizer() {}

    /** The text's tokens, in its order. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text);
        while (scanner.next()) {
            tokens.add(new Token(text.substring(scanner.start(), scanner.end()), scanner.kind()));
        }
        return tokens;
    }
}
