package io.hashlake.lake.compaction;

import io.hashlake.lake.parquet.FileSummary;
import io.hashlake.lake.parquet.IdRange;
import io.hashlake.lake.parquet.TableReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Cuts ids into ranges with about as many rows each as fit into memory. All rows of a post are in one range. Where the ranges
 * end is told by a sample, so that ids may lie anywhere.
 */
final class IdSlices {

    /** Sample size: large enough that a range of a fiftieth of it is usually off by a twentieth. */
    private static final int SAMPLE = 1 << 15;

    private final TableReader reader;
    private final int rowsInMemory;

    IdSlices(TableReader reader, int rowsInMemory) {
        this.reader = reader;
        this.rowsInMemory = rowsInMemory;
    }

    /** The ranges, in their order; together they hold every id. */
    List<IdRange> of(List<FileSummary> files) throws IOException {
        long rows = files.stream().mapToLong(FileSummary::rows).sum();
        if (rows <= rowsInMemory) {
            return List.of(IdRange.ALL);
        }
        int count = Math.toIntExact(Math.min(SAMPLE, (rows + rowsInMemory - 1) / rowsInMemory));
        return between(sample(files), count);
    }

    /** Each id has the same chance to be in it (Vitter's algorithm R). */
    private long[] sample(List<FileSummary> files) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        long[] sample = new long[SAMPLE];
        long seen = 0;
        for (FileSummary file : files) {
            for (long id : reader.ids(file.file())) {
                long place = seen < SAMPLE ? seen : random.nextLong(seen + 1);
                if (place < SAMPLE) {
                    sample[(int) place] = id;
                }
                seen++;
            }
        }
        return Arrays.copyOf(sample, (int) Math.min(SAMPLE, seen));
    }

    private static List<IdRange> between(long[] sample, int count) {
        Arrays.sort(sample);
        long[] starts = LongStream.range(1, count)
                .map(slice -> sample[(int) (slice * sample.length / count)])
                .distinct()
                .toArray();
        List<IdRange> slices = new ArrayList<>();
        long first = Long.MIN_VALUE;
        for (long start : starts) {
            slices.add(new IdRange(first, start - 1));
            first = start;
        }
        slices.add(new IdRange(first, Long.MAX_VALUE));
        return slices;
    }
}
