package io.hashlake.files;

import io.hashlake.files.compression.Compression;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * First bytes of a file.
 *
 * @param text its beginning, without a mark
 * @param markLength bytes of the mark that says that it is UTF-8; 0 if it has none
 */
record FileStart(String text, int markLength) {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int MAX_TEXT = 4 << 10;

    /** @throws UnreadableFileException if it is in a format or a character set that is not read */
    static FileStart of(byte[] start, Compression compression) throws UnreadableFileException {
        Optional<ForeignFormat> foreign = ForeignFormat.of(start);
        if (foreign.isPresent()) {
            throw new UnreadableFileException("is " + foreign.get().name()
                    + (compression == Compression.NONE ? "" : " in " + compression.format()) + "; "
                    + foreign.get().advice());
        }
        requireUtf8(start);
        int mark = hasMark(start) ? UTF_8_MARK.length : 0;
        int length = Math.min(start.length - mark, MAX_TEXT);
        return new FileStart(new String(start, mark, length, StandardCharsets.UTF_8), mark);
    }

    private static void requireUtf8(byte[] start) throws UnreadableFileException {
        String other = otherCharset(start);
        if (other != null) {
            throw new UnreadableFileException(
                    "is in " + other + ", not in UTF-8; convert it first (iconv -f " + other + " -t UTF-8)");
        }
    }

    /** By its mark, or by the zeros beside its first character, which is ASCII in JSON; null if there is no sign of any. */
    private static String otherCharset(byte[] start) {
        int[] first = new int[4];
        for (int i = 0; i < first.length; i++) {
            first[i] = i < start.length ? start[i] & 0xff : 1;
        }
        if (first[0] == 0xff && first[1] == 0xfe || first[0] != 0 && first[1] == 0 && first[3] == 0) {
            return first[2] == 0 && first[3] == 0 ? "UTF-32LE" : "UTF-16LE";
        }
        if (first[0] == 0xfe && first[1] == 0xff || first[0] == 0 && first[1] != 0 && first[2] == 0) {
            return "UTF-16BE";
        }
        boolean isWide = first[0] == 0 && first[1] == 0;
        return isWide && (first[2] == 0xfe && first[3] == 0xff || first[2] == 0 && first[3] == '{') ? "UTF-32BE" : null;
    }

    private static boolean hasMark(byte[] start) {
        return start.length >= UTF_8_MARK.length
                && start[0] == UTF_8_MARK[0]
                && start[1] == UTF_8_MARK[1]
                && start[2] == UTF_8_MARK[2];
    }
}
