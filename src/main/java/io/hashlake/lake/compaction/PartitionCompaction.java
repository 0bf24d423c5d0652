package io.hashlake.lake.compaction;

import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.compaction.CompactionCandidates.Candidate;
import io.hashlake.lake.parquet.FileSummary;
import io.hashlake.lake.parquet.IdRange;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.store.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rewrites one partition: slice of ids by slice of ids, so that however large it is, only a slice is in memory.
 *
 * <p>Files that are full take part only where they may hold posts of the others. So no two compacted files of a partition ever
 * hold the same post.
 */
final class PartitionCompaction {

    private final TableReader reader;
    private final Parallel parallel;
    private final IdSlices slices;

    PartitionCompaction(TableReader reader, Parallel parallel, int rowsInMemory) {
        this.reader = reader;
        this.parallel = parallel;
        this.slices = new IdSlices(reader, rowsInMemory);
    }

    /**
     * Returns the files of the partition to rewrite, oldest first.
     *
     * @throws IOException if it cannot be, for a file has columns that this version does not know
     */
    List<FileSummary> inputs(Candidate partition) throws IOException {
        List<TweetFile> files = new ArrayList<>(partition.fragments());
        files.addAll(partition.full());
        files.sort(Comparator.comparing(TweetFile::key));
        List<FileSummary> summaries = summaries(files);
        IdRange fragments = IdRange.NONE;
        for (int i = 0; i < files.size(); i++) {
            if (partition.fragments().contains(files.get(i))) {
                fragments = fragments.with(summaries.get(i).ids());
            }
        }
        IdRange ids = fragments;
        List<FileSummary> inputs = IntStream.range(0, files.size())
                .filter(i -> partition.fragments().contains(files.get(i))
                        || summaries.get(i).ids().overlaps(ids))
                .mapToObj(summaries::get)
                .toList();
        for (FileSummary file : inputs) {
            requireKnownColumns(file);
        }
        return inputs;
    }

    private List<FileSummary> summaries(List<TweetFile> files) throws IOException {
        FileSummary[] summaries = new FileSummary[files.size()];
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < summaries.length; i++) {
            places.add(i);
        }
        parallel.forEach(
                places,
                place -> summaries[place] = reader.summary(files.get(place).object()));
        return List.of(summaries);
    }

    private static void requireKnownColumns(FileSummary file) throws IOException {
        Optional<String> unknown = file.columns().stream()
                .filter(column -> TweetSchema.TABLE.avro().getField(column) == null)
                .findFirst();
        if (unknown.isPresent()) {
            throw new IOException(file.file().key() + " has the column '" + unknown.get()
                    + "', which this version does not know and would drop; compact it with the version that wrote it");
        }
    }

    /** Hands on the newest row of every post, slice by slice, in the order of time in each. */
    void write(List<FileSummary> inputs, StagedFiles<Object[]> output) throws IOException {
        for (IdRange slice : slices.of(inputs)) {
            for (Object[] row : read(inputs, slice).newest()) {
                output.add(row);
            }
        }
        output.finish();
    }

    private Observations read(List<FileSummary> inputs, IdRange slice) throws IOException {
        Observations observations = new Observations();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).ids().overlaps(slice)) {
                places.add(i);
            }
        }
        parallel.forEach(
                places,
                place -> reader.rows(
                        inputs.get(place).file(), TweetSchema.TABLE, slice, row -> observations.add(row, place)));
        return observations;
    }
}
