package io.hashlake.warehouse.ledger;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapState;
import io.hashlake.tweet.StorableText;
import io.hashlake.warehouse.jdbc.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** A gap as a row has it. */
final class GapRow {

    private GapRow() {}

    static DeclaredGap read(ResultSet row) throws SQLException {
        Gap gap = new Gap(
                row.getString("source"), Times.at(row, "from_time"), Times.at(row, "to_time"), row.getString("reason"));
        return new DeclaredGap(
                row.getLong("id"),
                gap,
                state(row),
                Times.at(row, "declared_at"),
                Times.at(row, "settled_at"),
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
}
