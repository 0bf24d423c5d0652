/**
 * Compressed files as plain bytes. Every byte of a file belongs to a member (of gzip, bzip2, xz) or a frame (of zstd), or is
 * zero padding behind one; anything else is an error, so that nothing behind a broken header is lost without a word.
 */
package io.hashlake.files.compression;
