package io.hashlake.observability;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code /q/metrics} says: each sample's labels by its name. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("^([a-z]\\w*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private Scrape() {}

    public static Map<String, Set<String>> labels(String text) {
        Map<String, Set<String>> samples = new TreeMap<>();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            Set<String> labels = samples.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        }
        return samples;
    }

    /** Adds up the samples whose lines contain all these marks. */
    public static long sum(String text, String... marks) {
        return text.lines()
                .filter(line -> Stream.of(marks).allMatch(line::contains))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** A timer has several samples, which are one meter. */
    public static String meter(String sample) {
        return sample.replaceFirst("_seconds_(count|sum|max|bucket)$", "_seconds");
    }
}
