package io.hashlake.observability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an expression in PromQL as says what it asks for.
 *
 * @param selected labels by which each metric is selected, by the metric's name
 * @param grouped labels by which results are grouped
 */
public record Expression(Map<String, Set<String>> selected, Set<String> grouped) {

    /** Labels that Prometheus adds to whatever it scrapes. */
    private static final Set<String> OF_TARGETS = Set.of("job", "instance");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on)\\s*\\(([\\w, ]*)\\)");
    private static final Pattern DURATION = Pattern.compile("\\[[^]]*]");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+|up)\\b(?!\\s*\\()(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");

    public static Expression of(String text) {
        Set<String> grouped = new TreeSet<>();
        GROUPING.matcher(text).results().forEach(found -> grouped.addAll(words(found.group(1))));
        Map<String, Set<String>> selected = new LinkedHashMap<>();
        String rest = GROUPING.matcher(DURATION.matcher(text).replaceAll("")).replaceAll("");
        Matcher metric = METRIC.matcher(rest);
        while (metric.find()) {
            selected.computeIfAbsent(metric.group(1), name -> new TreeSet<>()).addAll(matchers(metric.group(2)));
        }
        return new Expression(selected, grouped);
    }

    /**
     * What it names that is not exposed.
     *
     * @param exposed each metric's labels by its name
     */
    public Set<String> unknownTo(Map<String, Set<String>> exposed) {
        Set<String> unknown = new TreeSet<>();
        Set<String> any = new TreeSet<>(OF_TARGETS);
        selected.forEach((metric, labels) -> {
            Set<String> known = exposed.getOrDefault(metric, Set.of());
            any.addAll(known);
            if (!exposed.containsKey(metric)) {
                unknown.add(metric);
            }
            labels.stream()
                    .filter(label -> !known.contains(label) && !OF_TARGETS.contains(label))
                    .forEach(label -> unknown.add(metric + "{" + label + "}"));
        });
        grouped.stream().filter(label -> !any.contains(label)).forEach(label -> unknown.add("by (" + label + ")"));
        return unknown;
    }

    private static Set<String> matchers(String braces) {
        Set<String> labels = new TreeSet<>();
        if (braces != null) {
            MATCHER.matcher(braces)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(labels::add);
        }
        return labels;
    }

    private static List<String> words(String list) {
        return List.of(list.strip().split("\\s*,\\s*"));
    }
}
