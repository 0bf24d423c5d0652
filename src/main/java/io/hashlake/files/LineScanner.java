package io.hashlake.files;

/** One piece a line. */
final class LineScanner implements PieceScanner {

    @Override
    public boolean isSeparator(byte value) {
        return value == '\n' || value == '\r' || value == ' ' || value == '\t';
    }

    @Override
    public void begin() {
        // a line has no state
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public long lines() {
        return 0;
    }
}
