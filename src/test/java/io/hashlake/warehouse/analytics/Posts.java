package io.hashlake.warehouse.analytics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Writes posts as the sink does. */
final class Posts {

    private static final String TWEET = """
            INSERT INTO twitter.tweet (id, created_at, author_id, text, text_language, retweet_count, reply_count, like_count,
                quote_count, polarity, sentiment, superseded_by, edit_history,
                mentions, urls, cashtags, annotations, topics, possibly_sensitive, followed, observed_at, first_seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', '{}', '{}', '{}', false, '{}', now(), now())
            ON CONFLICT (id) DO UPDATE SET retweet_count = excluded.retweet_count, reply_count = excluded.reply_count,
                like_count = excluded.like_count, quote_count = excluded.quote_count, superseded_by = excluded.superseded_by
            """;
    private static final String HASHTAG =
            "INSERT INTO twitter.tweet_hashtag VALUES (?, ?, upper(?), ?) ON CONFLICT DO NOTHING";
    private static final String USER = """
            INSERT INTO twitter."user" (id, username, name, verified, followers_count)
            VALUES (?, ?, ?, false, ?) ON CONFLICT (id) DO UPDATE SET followers_count = excluded.followers_count
            """;
    private static final String CHANGED = "INSERT INTO ops.changed_hour (hour) VALUES (date_trunc('hour', ?, 'UTC'))";

    private Posts() {}

    static void store(DataSource database, Collection<Post> posts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement tweet = connection.prepareStatement(TWEET);
                PreparedStatement hashtag = connection.prepareStatement(HASHTAG);
                PreparedStatement changed = connection.prepareStatement(CHANGED)) {
            for (Post post : posts) {
                add(tweet, tweet(connection, post));
                add(changed, List.of(time(post.createdAt())));
                for (String used : post.hashtags()) {
                    add(hashtag, List.of(post.id(), used, used, time(post.createdAt())));
                }
            }
            tweet.executeBatch();
            hashtag.executeBatch();
            changed.executeBatch();
        }
    }

    static void user(DataSource database, long id, String username, long followers) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement user = connection.prepareStatement(USER)) {
            add(user, List.of(id, username, "Name of " + username, followers));
            user.executeBatch();
        }
    }

    private static Object[] tweet(Connection connection, Post post) throws SQLException {
        Object history = connection.createArrayOf("bigint", new Object[] {post.id()});
        List<Long> counts = post.counts();
        return new Object[] {
            post.id(),
            time(post.createdAt()),
            post.author(),
            post.text(),
            post.language(),
            counts.get(0),
            counts.get(1),
            counts.get(2),
            counts.get(3),
            post.polarity(),
            post.sentiment(),
            post.supersededBy(),
            history
        };
    }

    private static void add(PreparedStatement statement, List<Object> values) throws SQLException {
        add(statement, values.toArray());
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static Object time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
