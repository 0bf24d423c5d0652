package io.hashlake.files.scan;

import java.util.BitSet;

/**
 * JSON's grammar as far as brackets, commas and colons go, byte by byte. It finds out at the earliest byte that something is
 * no JSON, such as a document that begins within one that was cut short.
 */
final class JsonGrammar {

    /** Effect of one byte. */
    enum Step {
        GOES_ON,
        /** The outermost bracket was closed. */
        ENDS,
        /** No JSON has this byte here. */
        BROKEN
    }

    private enum Expected {
        KEY,
        KEY_OR_END,
        COLON,
        VALUE,
        VALUE_OR_END,
        COMMA_OR_END
    }

    /** Brackets that are remembered, one bit each, for as long as a piece may be. */
    private static final int MAX_DEPTH = 1 << 24;

    private final BitSet lists = new BitSet();
    private Expected expected;
    private int depth;
    private boolean isInString;
    private boolean isEscaped;
    private boolean isInScalar;

    /** The next byte is the first of a value. */
    void begin() {
        expected = Expected.VALUE;
        depth = 0;
        isInString = false;
        isEscaped = false;
        isInScalar = false;
    }

    boolean isInString() {
        return isInString;
    }

    int depth() {
        return depth;
    }

    /** Tells whether a member has just ended, or a comma behind it, so that only another document may begin here with an object. */
    boolean isBehindMember() {
        return expected == Expected.COMMA_OR_END || expected == Expected.KEY;
    }

    /** Returns whether nothing but the first bracket has been seen. */
    boolean isAtFirstKey() {
        return depth == 1 && expected == Expected.KEY_OR_END;
    }

    Step take(byte value) {
        if (isInString) {
            return takeInString(value);
        }
        if (isInScalar && isScalar(value)) {
            return Step.GOES_ON;
        }
        isInScalar = false;
        return switch (value) {
            case ' ', '\t', '\r', '\n' -> Step.GOES_ON;
            case '"' -> beginString();
            case '{', '[' -> open(value == '[');
            case '}', ']' -> close(value == ']');
            case ':' -> change(Expected.COLON, Expected.VALUE);
            case ',' -> change(Expected.COMMA_OR_END, lists.get(depth) ? Expected.VALUE : Expected.KEY);
            default -> beginScalar(value);
        };
    }

    private Step takeInString(byte value) {
        if (isEscaped) {
            isEscaped = false;
        } else if (value == '\\') {
            isEscaped = true;
        } else if (value == '"') {
            isInString = false;
        } else if (value == '\n') {
            return Step.BROKEN;
        }
        return Step.GOES_ON;
    }

    private Step beginString() {
        isInString = true;
        if (expected == Expected.KEY || expected == Expected.KEY_OR_END) {
            expected = Expected.COLON;
            return Step.GOES_ON;
        }
        return value();
    }

    private Step beginScalar(byte value) {
        isInScalar = isScalar(value);
        return isInScalar ? value() : Step.BROKEN;
    }

    /** Letters, digits and signs: whether they make a number or a word is left to the parser. */
    private static boolean isScalar(byte value) {
        return value >= 'a' && value <= 'z'
                || value >= '0' && value <= '9'
                || value >= 'A' && value <= 'Z'
                || value == '-'
                || value == '+'
                || value == '.';
    }

    private Step value() {
        boolean isValue = expected == Expected.VALUE || expected == Expected.VALUE_OR_END;
        expected = Expected.COMMA_OR_END;
        return isValue ? Step.GOES_ON : Step.BROKEN;
    }

    private Step open(boolean isList) {
        boolean mayOpen = expected == Expected.VALUE || expected == Expected.VALUE_OR_END;
        depth++;
        lists.set(depth, isList);
        expected = isList ? Expected.VALUE_OR_END : Expected.KEY_OR_END;
        return mayOpen && depth < MAX_DEPTH ? Step.GOES_ON : Step.BROKEN;
    }

    private Step close(boolean isList) {
        boolean mayClose = isList == lists.get(depth)
                && (expected == Expected.COMMA_OR_END
                        || expected == (isList ? Expected.VALUE_OR_END : Expected.KEY_OR_END));
        depth--;
        expected = Expected.COMMA_OR_END;
        if (!mayClose) {
            return Step.BROKEN;
        }
        return depth == 0 ? Step.ENDS : Step.GOES_ON;
    }

    private Step change(Expected before, Expected after) {
        boolean isRight = expected == before;
        expected = after;
        return isRight ? Step.GOES_ON : Step.BROKEN;
    }
}
