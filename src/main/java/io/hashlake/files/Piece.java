package io.hashlake.files;

import io.hashlake.files.scan.PieceKind;

/**
 * Piece of a file that is parsed as one: a tweet, a page, or text for a dead letter.
 *
 * @param line on which it begins, counted from 1
 * @param content its bytes, or their beginning if it is too long to be parsed
 * @param length how many bytes it really has
 */
record Piece(PieceKind kind, long line, byte[] content, long length) {

    boolean isWhole() {
        return content.length == length;
    }
}
