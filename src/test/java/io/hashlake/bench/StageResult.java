package io.hashlake.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of a stage; one that does not apply is NaN. */
record StageResult(String stage, Map<BenchColumn, Double> numbers) {

    private static final String SEPARATOR = "\t";

    static String header() {
        String titles = Arrays.stream(BenchColumn.values())
                .map(BenchColumn::title)
                .collect(Collectors.joining(" | ", "| stage | ", " |"));
        return titles + "\n|" + " --- |".repeat(BenchColumn.values().length + 1);
    }

    /** One row of the table, in parentheses the numbers of the baseline. */
    String row(StageResult baseline) {
        Stream<String> cells = Arrays.stream(BenchColumn.values()).map(column -> cell(column, baseline));
        return Stream.concat(Stream.of(stage), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String cell(BenchColumn column, StageResult baseline) {
        String now = column.text(numbers.get(column));
        return baseline == null || now.isEmpty() ? now : now + " (" + column.text(baseline.numbers.get(column)) + ")";
    }

    /** As a line of a file. */
    String line() {
        return Stream.concat(Stream.of(stage), numbers.values().stream().map(Object::toString))
                .collect(Collectors.joining(SEPARATOR));
    }

    static StageResult of(String line) {
        List<String> cells = List.of(line.split(SEPARATOR));
        Map<BenchColumn, Double> numbers = new EnumMap<>(BenchColumn.class);
        for (BenchColumn column : BenchColumn.values()) {
            numbers.put(column, Double.valueOf(cells.get(1 + column.ordinal())));
        }
        return new StageResult(cells.get(0), numbers);
    }
}
