package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;

/** Tombstones read from rows of {@code number, kind, id}. */
record TombstoneRows(Tombstones tombstones, long last) {

    static TombstoneRows read(ResultSet found, long last) throws SQLException {
        LongStream.Builder posts = LongStream.builder();
        LongStream.Builder users = LongStream.builder();
        LongStream.Builder places = LongStream.builder();
        long newest = last;
        while (found.next()) {
            newest = Math.max(newest, found.getLong("number"));
            LongStream.Builder kind =
                    switch (found.getString("kind")) {
                        case "user" -> users;
                        case "place" -> places;
                        default -> posts;
                    };
            kind.add(found.getLong("id"));
        }
        return new TombstoneRows(
                new Tombstones(ErasedIds.of(posts.build()), ErasedIds.of(users.build()), ErasedIds.of(places.build())),
                newest);
    }
}
