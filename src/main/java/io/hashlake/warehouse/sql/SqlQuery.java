package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.sql.SqlOutcome.Reason;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * A statement in two forms that the server takes as a query only: as what a cursor is declared for.
 *
 * @param text without the semicolon that may end it
 */
public record SqlQuery(String text) {

    /** The longest statement, in characters. */
    public static final int MAX_LENGTH = 100_000;

    private static final String DECLARE = "DECLARE %s NO SCROLL CURSOR WITHOUT HOLD FOR ";
    private static final String PROBE = DECLARE.formatted("probe");
    private static final Pattern NOTHING = Pattern.compile("(?:\\s++|--[^\\n]*+|/\\*(?s:.*?)\\*/)*+");
    private static final Pattern WORD = Pattern.compile("\\(|[a-zA-Z]+");
    private static final Set<String> QUERIES = Set.of("(", "SELECT", "VALUES", "TABLE", "WITH");

    /** Number of characters that precede the text in the first form. */
    static final int OFFSET = PROBE.length();

    /** Part of the server's message when the rows are larger than allowed. */
    static final String TOO_LARGE = "more bytes than allowed";

    /** @throws UnfitQueryException if it is certain that it is no single query */
    static SqlQuery of(String text) throws UnfitQueryException {
        requireText(text);
        Matcher start = NOTHING.matcher(text);
        start.lookingAt();
        String one = one(text);
        if (!QUERIES.contains(word(text, start.end()))) {
            throw new UnfitQueryException(
                    Reason.FORBIDDEN,
                    "only a query can be run: a statement that begins with SELECT, VALUES, TABLE or WITH");
        }
        return new SqlQuery(one);
    }

    /**
     * The text with nothing behind it, so that no quote or comment that it leaves open swallows anything. Where the server takes
     * this, the text is a whole query and stays one within parentheses.
     */
    String probe() {
        return PROBE + text;
    }

    /** The query with a last column that fails when the rows so far, as text, are larger than allowed. */
    String guarded(int bytes) {
        return DECLARE.formatted("answer") + """
                SELECT q.*, CASE WHEN sum(octet_length(q::text)) OVER (ROWS UNBOUNDED PRECEDING) > %d
                            THEN (left(q::text, 0) || '%s')::boolean END
                FROM (
                %s
                ) q""".formatted(bytes, TOO_LARGE, text);
    }

    private static String word(String text, int from) {
        Matcher word = WORD.matcher(text).region(from, text.length());
        return word.lookingAt() ? word.group().toUpperCase(Locale.ROOT) : "";
    }

    private static void requireText(String text) throws UnfitQueryException {
        if (text.length() > MAX_LENGTH) {
            throw new UnfitQueryException(
                    Reason.TOO_LARGE, "the statement has " + text.length() + " characters; allowed are " + MAX_LENGTH);
        }
        if (text.isBlank()) {
            throw new UnfitQueryException(Reason.INVALID, "the statement is empty");
        }
        if (text.indexOf('\0') >= 0 || !isUnicode(text)) {
            throw new UnfitQueryException(Reason.INVALID, "the statement contains U+0000 or half a surrogate pair");
        }
    }

    /** The driver would send the parts one by one. What it takes for one and the server for several, the server refuses. */
    private static String one(String text) throws UnfitQueryException {
        try {
            List<NativeQuery> parts = Parser.parseJdbcSql(text, true, false, true, false, true);
            if (parts.size() != 1) {
                throw new UnfitQueryException(Reason.FORBIDDEN, "only one statement can be run at a time");
            }
            return parts.get(0).nativeSql;
        } catch (SQLException e) {
            throw new UnfitQueryException(Reason.INVALID, "the statement cannot be read");
        }
    }

    private static boolean isUnicode(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text is no single query. */
    static final class UnfitQueryException extends Exception {

        private final transient Refused refusal;

        UnfitQueryException(Reason reason, String detail) {
            super(detail);
            this.refusal = Refused.because(reason, detail);
        }

        Refused refusal() {
            return refusal;
        }
    }
}
