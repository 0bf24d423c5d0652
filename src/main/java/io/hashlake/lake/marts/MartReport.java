package io.hashlake.lake.marts;

/**
 * Result of an export.
 *
 * @param partitions that were replaced; a mart without partitions is one
 * @param bytes of the files
 */
public record MartReport(int partitions, long files, long rows, long bytes) {

    static final MartReport NOTHING = new MartReport(0, 0, 0, 0);

    MartReport plus(MartReport other) {
        return new MartReport(
                partitions + other.partitions, files + other.files, rows + other.rows, bytes + other.bytes);
    }
}
