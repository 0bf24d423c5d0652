package io.hashlake.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Keeps account of what of one file is no post, so that it is told of once and in full. */
final class FileNotes {

    private static final Logger LOG = Logger.getLogger(FileNotes.class);

    /** Dead letters with text; of more they would only say the same. */
    private static final int MAX_TEXTS = 20;

    private static final int SHOWN = 60;

    /** Text that a script has around its data: comments, an assignment, a call; also a byte order mark. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?s)\\s*(//.*|/\\*.*\\*/|#(\\W.*)?|\uFEFF"
                    + "|((var|let|const|export)\\s+)?[\\w$.]+(\\[\\d+\\])?\\s*=\\s*\\[?|export\\s+default\\s*\\[?|[\\w$.]+\\(\\s*\\[?)\\s*");

    private final String file;
    private boolean isWithinText;
    private long texts;
    private long textsLeftOut;
    private long documentsWithoutPosts;

    FileNotes(String file) {
        this.file = file;
    }

    void document(int posts) {
        isWithinText &= posts == 0;
        documentsWithoutPosts += posts == 0 ? 1 : 0;
    }

    /** Notes that a document is broken: what follows, up to the next post, may be the rest of it. */
    void broken() {
        isWithinText = true;
    }

    /**
     * Returns whether text that is not JSON is worth a dead letter: not if it is the script around the data, or more of
     * the same text.
     */
    boolean isNews(Piece piece) {
        String content = text(piece);
        if (HARMLESS.matcher(content).matches()) {
            return false;
        }
        boolean isMore = isWithinText;
        isWithinText = true;
        if (isMore || texts >= MAX_TEXTS) {
            textsLeftOut++;
            return false;
        }
        if (texts++ == 0) {
            LOG.warnf("%s, line %d: skipping text that is not JSON: %s", file, piece.line(), shown(content));
        }
        return true;
    }

    static String shown(Piece piece) {
        return shown(text(piece));
    }

    /** Returns remarks on the file beyond the numbers of posts and rejected pieces. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (documentsWithoutPosts > 0) {
            lines.add(String.format("%,d documents in it hold no post", documentsWithoutPosts));
        }
        if (textsLeftOut > 0) {
            lines.add(String.format("skipped %,d more pieces of text that is not JSON", textsLeftOut));
        }
        return lines;
    }

    private static String text(Piece piece) {
        int length = Math.min(piece.content().length, PieceReader.MAX_KEPT);
        return new String(piece.content(), 0, length, StandardCharsets.UTF_8);
    }

    private static String shown(String content) {
        if (content.startsWith("\0")) {
            return "NUL bytes, as a file has that was not written to its end";
        }
        String line = content.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", ".");
        return line.length() <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}
