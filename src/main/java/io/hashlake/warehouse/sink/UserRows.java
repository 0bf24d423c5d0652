package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.User;
import io.hashlake.tweet.UserFields;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import java.sql.SQLException;
import java.util.List;

/** Accounts as rows of {@code twitter."user"}, in the order of its columns. */
final class UserRows {

    /** The table's own columns of an account, the key first. */
    static final List<Field<User, ?>> FIELDS = UserFields.ALL;

    private static final int OBSERVED_AT = 1;

    private UserRows() {}

    static void user(ObservedAccount account, BinaryCopy copy) throws SQLException {
        copy.row(FIELDS.size() + OBSERVED_AT);
        for (Field<User, ?> field : FIELDS) {
            field.value().write(account.user(), copy);
        }
        copy.timestamp(account.user().isKnown() ? account.observedAt() : null);
    }
}
