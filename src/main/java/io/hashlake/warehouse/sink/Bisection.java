package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.jdbc.BinaryCopy;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores all observations that can be stored: where a row is at fault, halves are tried until it stands alone. It works
 * within the caller's transaction, by savepoints.
 */
final class Bisection {

    /** A tweet that cannot be stored, and why. */
    record Refused(Observation observation, String reason) {}

    /** Attempts to store an observation while other transactions store the same ids, before a row is blamed. */
    private static final int ATTEMPTS = 5;

    private final Connection connection;
    private final Upsert upsert;
    private final CommitBuffer buffer;
    private final RecentlyStored recent;
    private final List<Refused> refused = new ArrayList<>();
    private final ChangedHours changed = new ChangedHours();
    private int fresh;

    Bisection(Connection connection, BinaryCopy copy, CommitBuffer buffer, RecentlyStored recent) throws SQLException {
        this.connection = connection;
        this.upsert = new Upsert(connection, copy, recent);
        this.buffer = buffer;
        this.recent = recent;
    }

    void store(List<Observation> observations) throws SQLException {
        if (observations.isEmpty()) {
            return;
        }
        SQLException failure = tryToStore(observations);
        if (failure == null) {
            return;
        }
        if (observations.size() == 1) {
            refused.add(new Refused(observations.get(0), SqlErrors.describe(failure)));
            return;
        }
        int middle = observations.size() / 2;
        store(observations.subList(0, middle));
        store(observations.subList(middle, observations.size()));
    }

    /** Tweets that were not in the warehouse before. */
    int fresh() {
        return fresh;
    }

    /** The hours of the tweets that are new or have changed. */
    ChangedHours changed() {
        return changed;
    }

    List<Refused> refused() {
        return refused;
    }

    /** Null if all of them are stored, else what is wrong with one of them. */
    private SQLException tryToStore(List<Observation> observations) throws SQLException {
        SQLException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            failure = storeOnce(observations);
            if (failure == null || !SqlErrors.isUniqueViolation(failure)) {
                return failure;
            }
            recent.fail();
        }
        return failure;
    }

    private SQLException storeOnce(List<Observation> observations) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Upsert.Stored stored = upsert.store(observations, buffer.authors(observations));
            connection.releaseSavepoint(before);
            fresh += stored.fresh();
            changed.addAll(stored.changed());
            return null;
        } catch (SQLException e) {
            if (!SqlErrors.isData(e)) {
                throw e;
            }
            connection.rollback(before);
            return e;
        }
    }
}
