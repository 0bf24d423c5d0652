package io.hashlake.app;

import io.hashlake.app.config.HashlakeConfig;
import io.smallrye.config.ConfigValidationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of each wrong property its key, its value and what is allowed. */
final class ConfigProblems {

    private static final Pattern WRONG_VALUE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("(hashlake\\S+) in (.+?) does not map to any root");

    private static final Map<Class<?>, String> ALLOWED = Map.of(
            Duration.class, "a duration such as 500ms, 15s, 10m, 24h or PT15S",
            ZoneId.class, "a time zone such as America/Sao_Paulo or UTC",
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            double.class, "a number",
            boolean.class, "true or false");

    /** Above that of the library's own converters. */
    static final int CONVERTER_PRIORITY = 200;

    private ConfigProblems() {}

    /** Fails in the only way of which the library says for which property it was. */
    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static List<String> describe(ConfigValidationException e) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < e.getProblemCount(); i++) {
            problems.add(describe(e.getProblem(i).getMessage()));
        }
        return problems;
    }

    private static String describe(String problem) {
        Matcher wrong = WRONG_VALUE.matcher(problem);
        if (wrong.find()) {
            String key = wrong.group(1);
            return key + " = " + wrong.group(2) + ": allowed is " + allowed(key);
        }
        Matcher unknown = UNKNOWN.matcher(problem);
        if (unknown.find()) {
            return unknown.group(1) + " (from " + unknown.group(2)
                    + ") is not known; docs/configuration.md lists what is";
        }
        return problem;
    }

    private static String allowed(String key) {
        Class<?> type = ConfigKeys.of(HashlakeConfig.class).get(key);
        if (type != null && type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return type == null
                ? "another value; see docs/configuration.md"
                : ALLOWED.getOrDefault(type, "a " + type.getSimpleName());
    }
}
