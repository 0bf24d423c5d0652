package io.hashlake.files.scan;

/**
 * Finds the end of what is no JSON: where an object may begin, or where a comment ends. That of a line ends where JavaScript
 * ends a line: at CR, LF, U+2028 or U+2029.
 */
final class TextScanner implements PieceScanner {

    private static final int LAST_THREE = 0xffffff;
    private static final int LINE_SEPARATOR = 0xe280a8;
    private static final int PARAGRAPH_SEPARATOR = 0xe280a9;

    private enum State {
        FIRST,
        SLASH,
        SIGN,
        PLAIN,
        LINE_COMMENT,
        COMMENT,
        COMMENT_STAR
    }

    private final PieceEnd end = new PieceEnd();
    private State state;
    /** The last three bytes of a line's comment: the wider line ends in UTF-8 have as many. */
    private int last;

    @Override
    public void begin(int indent) {
        end.begin();
        state = State.FIRST;
        last = 0;
    }

    @Override
    public boolean scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to && end.isOpen(); i++) {
            take(bytes[i]);
        }
        return !end.isOpen();
    }

    private void take(byte value) {
        state = after(value);
        switch (state) {
            case PLAIN -> takePlain(value);
            case LINE_COMMENT -> takeLine(value);
            default -> takeComment(value);
        }
    }

    private State after(byte value) {
        return switch (state) {
            case FIRST -> value == '/' ? State.SLASH : value == '#' ? State.SIGN : State.PLAIN;
            case SLASH -> value == '/' ? State.LINE_COMMENT : value == '*' ? State.COMMENT : State.PLAIN;
            case SIGN -> isWord(value) ? State.PLAIN : State.LINE_COMMENT;
            default -> state;
        };
    }

    /** A number sign with a word behind it is a hashtag. */
    private static boolean isWord(byte value) {
        return value < 0 || value == '_' || Character.isLetterOrDigit(value);
    }

    private void takePlain(byte value) {
        if (value == '{' || value == '[' && end.isAtLineStart()) {
            endBeforeObject();
        } else {
            end.count(value);
        }
    }

    private void endBeforeObject() {
        if (end.isAtLineStart()) {
            end.markLine();
            end.endAtMark();
        } else {
            end.end();
        }
    }

    private void takeLine(byte value) {
        if (value == '\n' || value == '\r') {
            end.end();
            return;
        }
        end.count(value);
        last = (last << Byte.SIZE | value & 0xff) & LAST_THREE;
        if (last == LINE_SEPARATOR || last == PARAGRAPH_SEPARATOR) {
            end.end();
        }
    }

    private void takeComment(byte value) {
        boolean isEnd = state == State.COMMENT_STAR && value == '/';
        if (value == '{' && end.isAtLineStart()) {
            end.markLine();
        }
        if (state == State.COMMENT || state == State.COMMENT_STAR) {
            state = value == '*' && end.scanned() > 1 ? State.COMMENT_STAR : State.COMMENT;
        }
        end.count(value);
        if (isEnd) {
            end.end();
        }
    }

    /** A comment without an end is none from the line on which an object may begin. */
    @Override
    public void finish() {
        if (!cut()) {
            end.end();
        }
    }

    @Override
    public boolean cut() {
        if (end.hasMark()) {
            end.endAtMark();
        }
        return !end.isOpen();
    }

    @Override
    public long length() {
        return end.length();
    }

    @Override
    public long lines() {
        return end.lines();
    }

    @Override
    public PieceKind kind() {
        return PieceKind.TEXT;
    }
}
