package io.hashlake.acceptance;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was kept as it was received. */
final class RawPayloads {

    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d{15,})\"");

    private RawPayloads() {}

    /** Every id that stands in a payload. */
    static Set<String> ids(Path lake) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (LakeReader reader = new LakeReader(lake)) {
            for (String payload :
                    reader.strings("select decode(payload) from read_parquet('" + lake + "/raw/*/*/*/*.parquet')")) {
                Matcher matcher = ID.matcher(payload);
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        }
        return ids;
    }

    /** The ids of {@code hashtag/id}. */
    static Set<String> idsOf(Collection<String> rows) {
        return rows.stream().map(row -> row.substring(row.indexOf('/') + 1)).collect(Collectors.toSet());
    }
}
