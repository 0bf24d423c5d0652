package io.hashlake.files.scan;

/** Takes each line for a document, as it is in most files. */
public final class LineScanner implements PieceScanner {

    private long length;

    @Override
    public void begin(int indent) {
        length = 0;
    }

    @Override
    public boolean scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                length += i - from;
                return true;
            }
        }
        length += to - from;
        return false;
    }

    @Override
    public void finish() {
        // the last line needs no end
    }

    @Override
    public boolean cut() {
        return false;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long lines() {
        return 0;
    }

    @Override
    public PieceKind kind() {
        return PieceKind.LINE;
    }
}
