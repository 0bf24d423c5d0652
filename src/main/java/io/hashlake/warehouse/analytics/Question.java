package io.hashlake.warehouse.analytics;

import io.hashlake.warehouse.jdbc.Sql;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query whose parameters have names.
 *
 * @param sql with a question mark for each parameter
 * @param parameters the name of each question mark's parameter
 */
record Question(String name, String sql, List<String> parameters) {

    /** Names begin with a colon; two colons are a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private static final Map<String, String> ADDED = Map.of("added-columns", AddedValues.columns());

    static Question load(String name) {
        Matcher found = PARAMETER.matcher(Sql.load("analytics", name, ADDED));
        List<String> parameters =
                found.results().map(parameter -> parameter.group(1)).toList();
        return new Question(name, found.replaceAll("?"), parameters);
    }
}
