package io.hashlake.warehouse.ledger;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapState;
import io.hashlake.tweet.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** A gap as a row has it. */
final class GapRow {

    private GapRow() {}

    static DeclaredGap read(ResultSet row) throws SQLException {
        Gap gap =
                new Gap(row.getString("source"), time(row, "from_time"), time(row, "to_time"), row.getString("reason"));
        return new DeclaredGap(
                row.getLong("id"),
                gap,
                state(row),
                time(row, "declared_at"),
                time(row, "settled_at"),
                row.getLong("posts_found"),
                row.getString("note"));
    }

    static GapCount readCount(ResultSet row) throws SQLException {
        return new GapCount(row.getString("source"), state(row), row.getLong("count"));
    }

    static String name(GapState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String storable(String note) {
        return note == null ? null : StorableText.of(note);
    }

    private static GapState state(ResultSet row) throws SQLException {
        return GapState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
