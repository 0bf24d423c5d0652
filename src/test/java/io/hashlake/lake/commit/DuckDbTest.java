package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that shares no code with the writer reads the lake. */
class DuckDbTest {

    @TempDir
    Path root;

    private void write(List<Tweet> tweets) throws IOException {
        try (LakeSink sink = new LakeSink(
                new LocalObjectStore(root),
                TestConfig.of(LakeConfig.class),
                new MemoryCursors(),
                letters -> {},
                Clock.systemUTC())) {
            sink.open();
            sink.write(TestTweets.batch("search", "0", "1", tweets));
            sink.commit();
        }
    }

    private List<String> query(String sql) throws SQLException {
        String from = "read_parquet('" + root + "/tweets/**/*.parquet', hive_partitioning = true,"
                + " hive_types = {'hashtag': VARCHAR, 'dt': DATE})";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            return rows(statement.executeQuery(sql.replace("tweets", from)));
        }
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.add(result.getString(column));
            }
            rows.add(String.join("|", row));
        }
        return rows;
    }

    @Test
    void findsTheDocumentedTypes() throws IOException, SQLException {
        write(List.of(TestTweets.full(5)));

        Map<String, String> types = new LinkedHashMap<>();
        query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM tweets)")
                .forEach(row -> {
                    String[] nameAndType = row.split("\\|");
                    types.put(nameAndType[0], nameAndType[1]);
                });

        assertThat(types)
                .containsEntry("id", "BIGINT")
                .containsEntry("created_at", "TIMESTAMP WITH TIME ZONE")
                .containsEntry("text", "VARCHAR")
                .containsEntry("hashtags", "VARCHAR[]")
                .containsEntry("edit_history", "BIGINT[]")
                .containsEntry("possibly_sensitive", "BOOLEAN")
                .containsEntry("like_count", "BIGINT")
                .containsEntry("dt", "DATE")
                .containsEntry("hashtag", "VARCHAR")
                .hasSize(TweetSchema.COLUMNS.size() + 2);
        assertThat(types.keySet())
                .containsAll(TweetSchema.COLUMNS.stream().map(Column::name).toList());
    }

    @Test
    void readsEveryValueOfAFullTweet() throws IOException, SQLException {
        write(List.of(TestTweets.full(5)));

        assertThat(query("SELECT hashtag, dt, id, created_at::VARCHAR, text, language FROM tweets ORDER BY hashtag"))
                .containsExactly(
                        "covid19|2026-11-22|5|2026-11-22 12:00:00.123+00|"
                                + "Vacinação já! 💉 #Saúde #COVID19 $PFE @bia https://example.org/x|pt",
                        "saúde|2026-11-22|5|2026-11-22 12:00:00.123+00|"
                                + "Vacinação já! 💉 #Saúde #COVID19 $PFE @bia https://example.org/x|pt");
        assertThat(query("SELECT DISTINCT author_name, author_description, author_verified, author_followers_count,"
                        + " author_created_at::VARCHAR FROM tweets"))
                .containsExactly("Ana 😀|Médica|true|1|2026-11-10 22:13:20.123+00");
        assertThat(query("SELECT DISTINCT hashtags, hashtags_text, followed, edit_history, withheld_countries"
                        + " FROM tweets"))
                .containsExactly("[saúde, covid19]|[Saúde, COVID19]|[covid19, saúde]|[4, 5]|[DE, XX]");
        assertThat(query("SELECT DISTINCT retweeted_id, quoted_id, replied_to_id, retweet_count, impression_count,"
                        + " place_full_name, possibly_sensitive FROM tweets"))
                .containsExactly("11|12|13|21|26|São Paulo, Brazil|true");
    }

    @Test
    void readsUnknownAsNullAndNothingAsAnEmptyList() throws IOException, SQLException {
        write(List.of(TestTweets.tweet(5)));

        assertThat(query("SELECT like_count IS NULL, author_verified IS NULL, place_id IS NULL, language IS NULL,"
                        + " len(hashtags), withheld_countries, hashtag IS NULL FROM tweets"))
                .containsExactly("true|true|true|true|0|[]|true");
    }

    @Test
    void findsPartitionsWhateverTheHashtag() throws IOException, SQLException {
        String[] hashtags = {"covid19", "saúde", "東京", "😀🚀", "a=b/c%d", "привет", "2024"};
        List<Tweet> tweets = new ArrayList<>();
        for (int i = 0; i < hashtags.length; i++) {
            tweets.add(TestTweets.tweet(i + 1, hashtags[i]));
        }
        write(tweets);

        assertThat(query("SELECT hashtag FROM tweets WHERE len(followed) = 1 AND followed[1] = hashtag::VARCHAR"))
                .containsExactlyInAnyOrder(hashtags);
        assertThat(query("SELECT id FROM tweets WHERE hashtag = '😀🚀'")).containsExactly("4");
    }

    @Test
    void countsAPostOnceThatStandsInSeveralPartitions() throws IOException, SQLException {
        write(List.of(TestTweets.full(5), TestTweets.tweet(6, "covid19"), TestTweets.tweet(7)));

        assertThat(query("SELECT count(*), count(DISTINCT id) FROM tweets")).containsExactly("4|3");
        assertThat(query("SELECT count(*) FROM tweets WHERE followed[1] IS NULL OR hashtag = followed[1]"))
                .containsExactly("3");
    }
}
