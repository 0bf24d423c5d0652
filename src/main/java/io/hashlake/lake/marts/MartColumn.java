package io.hashlake.lake.marts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A column of a mart.
 *
 * @param type of its values: {@link Integer}, {@link Long}, {@link Float}, {@link Double}, {@link Boolean}, {@link String},
 *     {@link LocalDate} or {@link Instant}
 * @param nullable whether rows may have null in it
 * @param doc what it means, for a person to read
 */
public record MartColumn(String name, Class<?> type, boolean nullable, String doc) {

    private static final Set<Class<?>> TYPES = Set.of(
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Boolean.class,
            String.class,
            LocalDate.class,
            Instant.class);

    public MartColumn {
        MartTable.requireName(name);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    "the column " + name + " has values of " + type + ", which a mart cannot hold");
        }
    }
}
