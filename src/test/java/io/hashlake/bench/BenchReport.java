package io.hashlake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table with which a run ends. It is kept, and the next one compares itself with it or with another that is named. */
final class BenchReport {

    private static final Path LAST = Path.of("target", "bench", "last.tsv");

    private final List<StageResult> results = new ArrayList<>();
    private final Map<String, StageResult> baseline;

    private BenchReport(Map<String, StageResult> baseline) {
        this.baseline = baseline;
    }

    /** @param baseline path of an earlier run's numbers; empty for the last run's, where there was one */
    static BenchReport comparedWith(String baseline) throws IOException {
        Path file = baseline.isEmpty() ? LAST : Path.of(baseline);
        if (baseline.isEmpty() && !Files.exists(file)) {
            return new BenchReport(Map.of());
        }
        return new BenchReport(Files.readAllLines(file).stream()
                .map(StageResult::of)
                .collect(Collectors.toMap(StageResult::stage, Function.identity())));
    }

    /** A name that no stage before has. */
    String nameOf(String stage) {
        long before = results.stream()
                .filter(result -> result.stage().startsWith(stage))
                .count();
        return before == 0 ? stage : stage + ", run " + (before + 1);
    }

    void add(StageResult result) {
        results.add(result);
        System.out.println(result.row(null));
    }

    void print() throws IOException {
        Files.createDirectories(LAST.getParent());
        Files.write(LAST, results.stream().map(StageResult::line).toList());
        System.out.println();
        System.out.println(StageResult.header());
        results.forEach(result -> System.out.println(result.row(baseline.get(result.stage()))));
        System.out.println(baseline.isEmpty() ? "" : "\nIn parentheses: the baseline.");
        System.out.println("Kept in " + LAST);
    }
}
