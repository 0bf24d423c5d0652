package io.hashlake.warehouse.sink;

import io.hashlake.tweet.User;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.sql.SQLException;

/** Accounts as rows of {@code twitter."user"}, in the order of its columns. */
final class UserRows {

    private static final int COLUMNS = 16;

    private UserRows() {}

    static void user(Account account, BinaryCopy copy) throws SQLException {
        User user = account.user();
        boolean known = user.isKnown();
        copy.row(COLUMNS);
        copy.bigint(user.id());
        copy.text(user.username());
        copy.text(user.name());
        copy.timestamp(user.createdAt());
        copy.bool(known ? user.verified() : null);
        copy.text(user.verifiedType());
        copy.bool(known ? user.isProtected() : null);
        profile(user.profile(), copy);
        counts(user.counts(), copy);
        copy.timestamp(known ? account.observedAt() : null);
    }

    private static void profile(User.Profile profile, BinaryCopy copy) {
        copy.text(profile.description());
        copy.text(profile.location());
        copy.text(profile.url());
        copy.text(profile.imageUrl());
    }

    private static void counts(User.Counts counts, BinaryCopy copy) {
        copy.count(counts.followers());
        copy.count(counts.following());
        copy.count(counts.tweets());
        copy.count(counts.listed());
    }
}
