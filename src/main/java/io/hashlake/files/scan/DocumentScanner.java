package io.hashlake.files.scan;

/**
 * One piece an object of JSON, whatever stands between two of them and over as many lines as they have; and one piece what
 * is no JSON, up to the next object. Elements of a list are pieces of their own, so that it is never held as a whole.
 */
public final class DocumentScanner implements PieceScanner {

    private final PieceScanner object = new ObjectScanner();
    private final PieceScanner text = new TextScanner();
    private PieceScanner current = object;
    private boolean isBegun;
    private int indent;

    @Override
    public void begin(int lineIndent) {
        isBegun = false;
        indent = lineIndent;
    }

    @Override
    public boolean scan(byte[] bytes, int from, int to) {
        if (!isBegun && from < to) {
            isBegun = true;
            current = bytes[from] == '{' ? object : text;
            current.begin(indent);
        }
        return isBegun && current.scan(bytes, from, to);
    }

    @Override
    public void finish() {
        current.finish();
    }

    @Override
    public boolean cut() {
        return current.cut();
    }

    @Override
    public long length() {
        return current.length();
    }

    @Override
    public long lines() {
        return current.lines();
    }

    @Override
    public PieceKind kind() {
        return current.kind();
    }
}
