package io.hashlake.lake.compaction;

/**
 * Result of a compaction.
 *
 * @param partitions that were rewritten
 * @param failures partitions that could not be, and stand as they stood
 * @param before the files that were replaced
 * @param after the files that replaced them
 */
public record CompactionReport(int partitions, int failures, Files before, Files after) {

    static final CompactionReport NOTHING = new CompactionReport(0, 0, Files.NONE, Files.NONE);
    static final CompactionReport FAILURE = new CompactionReport(0, 1, Files.NONE, Files.NONE);

    /** Some files. */
    public record Files(long count, long rows, long bytes) {

        static final Files NONE = new Files(0, 0, 0);

        Files plus(Files other) {
            return new Files(count + other.count, rows + other.rows, bytes + other.bytes);
        }
    }

    /** Rows that another, newer one of the same post has taken the place of. */
    public long duplicates() {
        return before.rows() - after.rows();
    }

    CompactionReport plus(CompactionReport other) {
        return new CompactionReport(
                partitions + other.partitions,
                failures + other.failures,
                before.plus(other.before),
                after.plus(other.after));
    }
}
