package io.hashlake.files;

import io.hashlake.files.compression.Compression;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A format that is no JSON and is told by its first bytes.
 *
 * @param magic its first bytes in hexadecimal
 * @param name with its article
 * @param advice what makes it readable
 */
record ForeignFormat(String magic, String name, String advice) {

    private static final int TAR_MAGIC = 257;
    private static final String UNPACK = "unpack it, and replay the directory";
    private static final String DECOMPRESS = "decompress it first, or compress it with gzip or zstd";
    private static final String EXPORT = "export its posts as JSON, one on a line";

    private static final List<ForeignFormat> ALL = List.of(
            new ForeignFormat("504b0304", "a zip archive", UNPACK),
            new ForeignFormat("504b0506", "an empty zip archive", UNPACK),
            new ForeignFormat("377abcaf271c", "a 7z archive", UNPACK),
            new ForeignFormat("526172211a07", "a rar archive", UNPACK),
            new ForeignFormat("1f9d", "compressed with compress", DECOMPRESS),
            new ForeignFormat("04224d18", "compressed with lz4", DECOMPRESS),
            new ForeignFormat("02214c18", "compressed with lz4", DECOMPRESS),
            new ForeignFormat("ff060000734e61507059", "compressed with snappy", DECOMPRESS),
            new ForeignFormat("4c5a4950", "compressed with lzip", DECOMPRESS),
            new ForeignFormat("5d0000", "compressed with lzma", DECOMPRESS),
            new ForeignFormat("894c5a4f", "compressed with lzop", DECOMPRESS),
            new ForeignFormat("50415231", "a Parquet file", EXPORT),
            new ForeignFormat("4f626a01", "an Avro file", EXPORT),
            new ForeignFormat("4f524300", "an ORC file", EXPORT),
            new ForeignFormat("4f524303", "an ORC file", EXPORT),
            new ForeignFormat("4152524f5731", "an Arrow file", EXPORT),
            new ForeignFormat("53514c69746520666f726d6174", "a SQLite database", EXPORT),
            new ForeignFormat("894844460d0a1a0a", "an HDF5 file", EXPORT),
            new ForeignFormat("534551", "a Hadoop sequence file", EXPORT),
            new ForeignFormat("d0cf11e0a1b11ae1", "an Excel workbook", EXPORT),
            new ForeignFormat("25504446", "a PDF document", EXPORT),
            new ForeignFormat("580a000000", "data saved by R", EXPORT),
            new ForeignFormat("5244583", "data saved by R", EXPORT),
            new ForeignFormat("8002", "a Python pickle", EXPORT),
            new ForeignFormat("8003", "a Python pickle", EXPORT),
            new ForeignFormat("8004", "a Python pickle", EXPORT),
            new ForeignFormat("8005", "a Python pickle", EXPORT));

    /** @param start a file's first bytes, without its compression */
    static Optional<ForeignFormat> of(byte[] start) {
        if (has(start, TAR_MAGIC, "ustar")) {
            return Optional.of(new ForeignFormat("", "a tar archive", UNPACK));
        }
        if (has(start, 4, "\u0007_id\0")) {
            return Optional.of(new ForeignFormat("", "BSON of mongodump", "write it as JSON (bsondump)"));
        }
        Compression compression = Compression.of(start);
        if (compression != Compression.NONE) {
            return Optional.of(
                    new ForeignFormat("", "compressed twice, with " + compression.format(), "decompress it first"));
        }
        String hex = HexFormat.of().formatHex(Arrays.copyOf(start, Math.min(start.length, 16)));
        return ALL.stream().filter(one -> hex.startsWith(one.magic)).findFirst();
    }

    private static boolean has(byte[] start, int from, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return start.length >= from + bytes.length
                && Arrays.equals(start, from, from + bytes.length, bytes, 0, bytes.length);
    }
}
