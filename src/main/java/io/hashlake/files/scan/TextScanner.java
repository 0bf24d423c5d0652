package io.hashlake.files.scan;

/** Finds the end of what is no JSON: where an object may begin, or where a comment ends. */
final class TextScanner implements PieceScanner {

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

    @Override
    public void begin(int indent) {
        end.begin();
        state = State.FIRST;
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
        if (value == '\n') {
            end.end();
        } else {
            end.count(value);
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
