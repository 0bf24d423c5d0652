package io.hashlake.files.scan;

import io.hashlake.x.json.PageParser;

/**
 * Finds the end of an object of JSON. One that is broken ends where another one begins: on a line that is not further to the
 * right than the one on which it began, where JSON has no object, or where the same bytes come as at its
 * own beginning. Such places are remembered, for that an object was cut short may show much later.
 *
 * <p>One that is nested too deeply to be parsed is one piece all the same, up to its end, or that of its line if it has none:
 * what begins within it is no object of its own.
 */
final class ObjectScanner implements PieceScanner {

    /** Bytes of a file that are scanned twice; after that no object may have such a line in it. */
    private static final long MAX_AGAIN = 64 << 20;

    private final JsonGrammar grammar = new JsonGrammar();
    private final PieceEnd end = new PieceEnd();
    private final Beginning beginning = new Beginning();
    private int indent;
    private boolean isBroken;
    private boolean isTooDeep;
    /** Ends at the first line on which another object may begin. */
    private boolean isStrict;

    private boolean isJson;
    private long again;

    @Override
    public void begin(int lineIndent) {
        grammar.begin();
        end.begin();
        beginning.begin();
        indent = lineIndent;
        isBroken = false;
        isTooDeep = false;
        isStrict = again > MAX_AGAIN;
        isJson = true;
    }

    @Override
    public boolean scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to && end.isOpen(); i++) {
            take(bytes[i]);
        }
        return !end.isOpen();
    }

    private void take(byte value) {
        markPlace(value);
        boolean isOpening = value == '{' && !grammar.isInString();
        boolean isNext = isOpening && grammar.isBehindMember();
        boolean isFirstKey = grammar.isAtFirstKey();
        if (isOpening && end.isAtLineStart(indent)) {
            end.markLine();
        }
        if (grammar.take(value) == JsonGrammar.Step.BROKEN && !isBroken) {
            isBroken = true;
            isJson = !isFirstKey;
        }
        noteDepth();
        endIfDue(value, isNext);
        if (end.isOpen()) {
            count(value);
        }
    }

    private void noteDepth() {
        if (!isTooDeep && grammar.depth() > PageParser.MAX_DEPTH) {
            isTooDeep = true;
            end.forgetPlace();
        }
    }

    /** An object that begins as this one did may be the next one. */
    private void markPlace(byte value) {
        if (isTooDeep) {
            markLineEnd(value);
        } else if (beginning.take(value)) {
            end.markPlace(end.scanned() + 1 - beginning.length(), end.scannedLines());
        }
    }

    private void markLineEnd(byte value) {
        if (value == '\n') {
            end.markPlace(end.scanned(), end.scannedLines());
        }
    }

    private void endIfDue(byte value, boolean isNext) {
        if (end.hasMark() && (isBroken || isStrict || isTooDeep)) {
            again += end.endAtMark();
        } else if (end.hasPlace() && isBroken) {
            again += end.endAtPlace();
        } else if (isBroken && isNext || value == '\n' && grammar.isInString()) {
            end.end();
        }
    }

    private void count(byte value) {
        end.count(value);
        if (grammar.depth() <= 0) {
            end.end();
        }
    }

    @Override
    public void finish() {
        if (!cut()) {
            end.end();
        }
    }

    /** From now on it ends at the first line that may be another's. */
    @Override
    public boolean cut() {
        if (end.hasMark()) {
            again += end.endAtMark();
        } else if (end.hasPlace() && again <= MAX_AGAIN) {
            again += end.endAtPlace();
        }
        isStrict = true;
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
        return isJson ? PieceKind.DOCUMENT : PieceKind.TEXT;
    }
}
