package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.jdbc.BinaryCopy;
import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Stores the rows of a commit within the caller's transaction. Tweets whose id is new are copied straight into their
 * table, which costs the server a third less than an upsert does; the others are copied into a temporary table and merged
 * from there. Where one that was taken for new is stored already, or another transaction stores it first, this fails with a
 * unique violation: trying again finds that row and merges. Accounts are always merged, since sinks that share no tweet share authors all the time.
 */
final class Upsert {

    /** Writes one item as rows of a table. */
    @FunctionalInterface
    private interface Rows<T> {
        void write(T item, BinaryCopy copy) throws SQLException;
    }

    private static final String PREPARE = Statements.load("prepare");
    private static final String PREPARE_INCOMING_TWEETS = Statements.load("prepare-incoming-tweets");
    private static final String CLEAR_INCOMING_TWEETS = Sql.load("clear-incoming-tweets");
    private static final String CLEAR_INCOMING_USERS = Sql.load("clear-incoming-users");
    private static final String KNOWN_TWEETS = Sql.load("known-tweets");
    private static final String COPY_TWEET = Statements.load("copy-tweet");
    private static final String COPY_INCOMING_TWEET = Statements.load("copy-incoming-tweet");
    private static final String MERGE_TWEETS = Statements.load("merge-tweets");
    private static final String ENRICH_TWEETS = Statements.load("enrich-tweets");
    private static final String COPY_HASHTAG = Sql.load("copy-tweet-hashtag");
    private static final String COPY_INCOMING_HASHTAG = Sql.load("copy-incoming-tweet-hashtag");
    private static final String MERGE_HASHTAGS = Sql.load("merge-tweet-hashtags");
    private static final String COPY_INCOMING_USER = Statements.load("copy-incoming-user");
    private static final String MERGE_USERS = Statements.load("merge-users");

    private final Connection connection;
    private final BinaryCopy copy;
    private final RecentlyStored recent;
    private boolean hasMergedTweets;
    private boolean hasMergedUsers;

    /**
     * Result of a call.
     *
     * @param fresh how many of the tweets are new
     * @param changed the hours of the tweets that are new or have changed
     */
    record Stored(int fresh, ChangedHours changed) {}

    /**
     * Makes the temporary table of users where this connection has none yet; those of tweets are made when one is to be merged.
     */
    Upsert(Connection connection, BinaryCopy copy, RecentlyStored recent) throws SQLException {
        this.connection = connection;
        this.copy = copy;
        this.recent = recent;
        execute(PREPARE);
    }

    /** Stores observations and accounts, both in the order of their ids. */
    Stored store(List<Observation> observations, List<ObservedAccount> accounts) throws SQLException {
        Stored stored = storeTweets(observations);
        mergeUsers(accounts);
        return stored;
    }

    private Stored storeTweets(List<Observation> observations) throws SQLException {
        Set<Long> known = recent.areReliable() ? recent.among(observations) : known(observations);
        Map<Boolean, List<Observation>> byKnown = observations.stream()
                .collect(Collectors.partitioningBy(observation -> known.contains(observation.id())));
        ChangedHours changed = new ChangedHours();
        copyTweets(byKnown.get(false), changed);
        mergeTweets(byKnown.get(true), changed);
        return new Stored(byKnown.get(false).size(), changed);
    }

    private void copyTweets(List<Observation> fresh, ChangedHours changed) throws SQLException {
        copy(COPY_TWEET, fresh, TweetRows::tweet);
        copy(COPY_HASHTAG, TweetRows.byHashtag(fresh), TweetRows::hashtag);
        fresh.forEach(observation -> changed.add(observation.tweet().createdAt()));
    }

    private void mergeTweets(List<Observation> known, ChangedHours changed) throws SQLException {
        if (known.isEmpty()) {
            return;
        }
        execute(PREPARE_INCOMING_TWEETS);
        if (hasMergedTweets) {
            execute(CLEAR_INCOMING_TWEETS);
        }
        hasMergedTweets = true;
        copy(COPY_INCOMING_TWEET, known, TweetRows::tweet);
        merge(MERGE_TWEETS, changed);
        merge(ENRICH_TWEETS, changed);
        copy(COPY_INCOMING_HASHTAG, TweetRows.hashtags(known), TweetRows::hashtag);
        merge(MERGE_HASHTAGS, changed);
    }

    private void mergeUsers(List<ObservedAccount> accounts) throws SQLException {
        if (hasMergedUsers) {
            execute(CLEAR_INCOMING_USERS);
        }
        hasMergedUsers = true;
        copy(COPY_INCOMING_USER, accounts, UserRows::user);
        execute(MERGE_USERS);
    }

    private Set<Long> known(List<Observation> observations) throws SQLException {
        long[] ids = observations.stream().mapToLong(Observation::id).toArray();
        Set<Long> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN_TWEETS)) {
            select.setObject(1, ids);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                known.add(found.getLong(1));
            }
        }
        return known;
    }

    private <T> void copy(String sql, List<T> items, Rows<T> rows) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.begin(target);
            for (T item : items) {
                rows.write(item, copy);
            }
            copy.end();
            target.endCopy();
        } finally {
            if (target.isActive()) {
                target.cancelCopy();
            }
        }
    }

    private void merge(String sql, ChangedHours changed) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            changed.addAll(statement.executeQuery(sql));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
