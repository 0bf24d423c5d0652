package io.hashlake.files;

/**
 * One piece a JSON object, over as many lines as it has. Objects may follow each other, or be the elements of a list, which is
 * never held as a whole. A line that ends within a string is broken, and the piece ends there.
 */
final class DocumentScanner implements PieceScanner {

    private int depth;
    private boolean inString;
    private boolean escaped;
    private long lines;

    @Override
    public boolean isSeparator(byte value) {
        return switch (value) {
            case '\n', '\r', ' ', '\t', ',', '[', ']' -> true;
            default -> false;
        };
    }

    @Override
    public void begin() {
        depth = 0;
        inString = false;
        escaped = false;
        lines = 0;
    }

    @Override
    public long lines() {
        return lines;
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (inString) {
                if (value == '\n') {
                    return i;
                }
                takeInString(value);
            } else if (depth == 0 && isSeparator(value)) {
                return i;
            } else if (takeOutside(value)) {
                return i + 1;
            }
        }
        return -1;
    }

    private void takeInString(byte value) {
        if (escaped) {
            escaped = false;
        } else if (value == '\\') {
            escaped = true;
        } else if (value == '"') {
            inString = false;
        }
    }

    /** Whether the piece ends with this byte. */
    private boolean takeOutside(byte value) {
        switch (value) {
            case '"' -> inString = true;
            case '\n' -> lines++;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth--;
                return depth <= 0;
            }
            default -> {}
        }
        return false;
    }
}
