package io.hashlake.bench;

import java.util.Locale;

/** Columns of the benchmark's table, in their order. */
enum BenchColumn {
    RATE("posts/s", "%,.0f"),
    JVM("CPU-s per million in the JVM", "%.1f"),
    SERVER("in the server", "%.1f"),
    ALLOCATED("KB allocated per post", "%.1f"),
    RESIDENT("peak RSS, MB", "%,.0f"),
    FIRST_ROW("first row, s", "%.1f"),

    /** What makes wall times useless, and CPU times worse: other processes, and other virtual machines. */
    OTHERS("cores taken by others", "%.2f");

    private final String title;
    private final String format;

    BenchColumn(String title, String format) {
        this.title = title;
        this.format = format;
    }

    String title() {
        return title;
    }

    /** Empty where the stage has no such number. */
    String text(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
