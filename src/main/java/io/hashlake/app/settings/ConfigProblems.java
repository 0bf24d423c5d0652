package io.hashlake.app.settings;

import io.hashlake.app.settings.ConfigKeys.Property;
import io.hashlake.core.config.NamedZone;
import io.hashlake.x.spend.Prices;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of each wrong property its key, its value and what it must be. */
final class ConfigProblems {

    private static final Pattern WRONG_VALUE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("(hashlake\\S+) in (.+?) does not map to any root");

    private static final Map<Class<?>, String> ALLOWED = Map.of(
            Duration.class, "a duration such as 500ms, 15s, 10m, 24h or PT15S",
            ZoneId.class, NamedZone.EXAMPLES,
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            Long.class, "a whole number",
            double.class, "a number",
            BigDecimal.class, "a number such as 50 or 0.75",
            Prices.class, "prices such as 2026-01-01 post=0.005 user=0.010, separated by commas",
            URI.class, "an address such as https://minio:9000");

    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");

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

    /** Values that the library would take for something else without a word, or refuse without listing them. */
    static Map<String, String> ofValues(SmallRyeConfig source) {
        Map<String, String> problems = new TreeMap<>();
        ConfigKeys.all().forEach((key, property) -> {
            String value = source.getConfigValue(key).getValue();
            if (value != null) {
                problemOf(key, property, value).ifPresent(problem -> problems.put(key, problem));
            }
        });
        return problems;
    }

    /** The library takes every word that it does not know for false. */
    private static Optional<String> problemOf(String key, Property property, String value) {
        if (value.isBlank()) {
            return property.isOptional()
                    ? Optional.empty()
                    : Optional.of(
                            key + " is empty: give a value, or leave it out for the default, " + property.byDefault());
        }
        boolean isBoolean = property.type() == boolean.class || property.type() == Boolean.class;
        return isBoolean && !BOOLEAN.matcher(value).matches()
                ? Optional.of(wrong(key, value, "must be true or false"))
                : Optional.empty();
    }

    /** By the key of the property where its value cannot be read; all others by themselves. */
    static Map<String, String> describe(ConfigValidationException e) {
        Map<String, String> problems = new TreeMap<>();
        for (int i = 0; i < e.getProblemCount(); i++) {
            String message = e.getProblem(i).getMessage();
            Matcher wrong = WRONG_VALUE.matcher(message);
            if (wrong.find()) {
                String key = wrong.group(1);
                problems.put(key, wrong(key, wrong.group(2), "must be " + allowed(key)));
            } else {
                problems.put(message, unknown(message));
            }
        }
        return problems;
    }

    static String wrong(String key, String value, String rule) {
        return key + " = '" + withoutSecrets(value) + "': " + rule;
    }

    /** Credentials stand before the host of an address, and keys in its query. */
    private static String withoutSecrets(String value) {
        String named = value.replaceFirst("^([^/@]*//)?[^/]*@", "$1***@");
        return named.contains("//") ? named.replaceFirst("[?#].*", "?***") : named;
    }

    private static String unknown(String problem) {
        Matcher unknown = UNKNOWN.matcher(problem);
        return unknown.find()
                ? unknown.group(1) + " (from " + unknown.group(2)
                        + ") is not known; docs/configuration.md lists what is"
                : problem;
    }

    private static String allowed(String key) {
        Property property = ConfigKeys.all().get(key);
        if (property == null) {
            return "another value; see docs/configuration.md";
        }
        Class<?> type = property.type();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" or "))
                : ALLOWED.getOrDefault(type, "a " + type.getSimpleName());
    }
}
