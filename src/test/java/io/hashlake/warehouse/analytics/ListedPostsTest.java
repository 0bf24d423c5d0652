package io.hashlake.warehouse.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class ListedPostsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PostFilter ANY = new PostFilter(List.of(), null, null, null, null, null, null, null);

    private final DataSource database = TestWarehouse.migrated();
    private final Analytics analytics = new JdbcAnalytics(database, Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vacina|1 2",
                "VACINA saúde|1",
                "SAÚDE|1",
                "saude|",
                "vacin|",
                "'vacina; (hoje)'|2",
                "example org|3",
                "don't|4",
                "漢字|5",
                "re\u0301sume\u0301|6 7",
                "r\u00e9sum\u00e9|6 7",
                "ｒéｓumé|6 7",
                "STRASSE|6 7",
                "straße|6 7",
                "STRA\u1E9EE|6 7",
                "οδος|6 7",
                "ΟΔΟΣ|6 7",
                "οδός|",
                "ＡＢＣ１２|6 7",
                "abc12|6 7",
                "vacina nada|"
            })
    void findsPostsInWhoseTextAllWordsOccur(String words, String found) throws Exception {
        Posts.store(
                database,
                List.of(
                        Post.of(1, NOON, 7, "Vacina é Saúde…"),
                        Post.of(2, NOON, 7, "“vacina”, hoje!"),
                        Post.of(3, NOON, 7, "see https://example.org/page"),
                        Post.of(4, NOON, 7, "I don’t"),
                        Post.of(5, NOON, 7, "漢字 😀"),
                        Post.of(6, NOON, 7, "re\u0301sume\u0301, Straße: οδος ＡＢＣ１２"),
                        Post.of(7, NOON, 7, "R\u00c9SUM\u00c9 STRASSE ΟΔΟΣ abc12")));

        List<Long> ids = ids(new PostFilter(List.of(), words, null, null, null, null, null, null));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(numbers(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boa vacina|1",
                "vacina boa|2",
                "A BOA: vacina|1",
                "boa nova vacina|",
                "boa vacin|",
                "sant straße|3"
            })
    void findsPostsInWhoseTextAPhraseOccurs(String phrase, String found) throws Exception {
        Posts.store(
                database,
                List.of(
                        Post.of(1, NOON, 7, "A boa vacina, hoje"),
                        Post.of(2, NOON, 7, "vacina boa"),
                        Post.of(3, NOON, 7, "Sant-Strasse")));

        List<Long> ids = ids(ANY.withPhrase(phrase));

        assertThat(ids.stream().sorted().map(String::valueOf).toList())
                .containsExactlyElementsOf(found == null ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void storesPostsOfOneEndlessWord() throws Exception {
        Posts.store(database, List.of(Post.of(1, NOON, 7, "漢".repeat(25_000))));
        assertThat(ids(ANY)).containsExactly(1L);
    }

    @Test
    void postsOfSeveralHashtagsHaveBegunWhenEachOfThemHas() throws Exception {
        assertThat(analytics.begun(List.of())).isEmpty();
        Posts.store(
                database,
                List.of(
                        Post.of(1, NOON, 7, "one"),
                        Post.of(2, NOON.plusSeconds(1), 7, "two").with(List.of("a")),
                        Post.of(3, NOON.plusSeconds(2), 7, "three").with(List.of("a", "b"))));

        assertThat(analytics.begun(List.of())).contains(NOON);
        assertThat(analytics.begun(List.of("a"))).contains(NOON.plusSeconds(1));
        assertThat(analytics.begun(List.of("a", "b", "of no post"))).contains(NOON.plusSeconds(2));
        assertThat(analytics.begun(List.of("of no post"))).isEmpty();
    }

    @Test
    void narrowsByEachPart() throws Exception {
        Posts.user(database, 7, "Ana", 10);
        Posts.store(
                database,
                List.of(
                        Post.of(1, NOON, 7, "one").with(List.of("a")),
                        Post.of(2, NOON, 8, "two").with(List.of("a", "b")).in("pt", 0.5),
                        Post.of(3, NOON.plusSeconds(1), 8, "three")
                                .with(List.of("b"))
                                .in("pt", -0.5)));

        assertThat(ids(new PostFilter(List.of("a", "b"), null, null, null, null, null, null, null)))
                .containsExactly(3L, 2L, 1L);
        assertThat(ids(new PostFilter(List.of("a"), null, null, null, null, null, null, null)))
                .containsExactly(2L, 1L);
        assertThat(ids(new PostFilter(List.of(), null, "aNA", null, null, null, null, null)))
                .containsExactly(1L);
        assertThat(ids(new PostFilter(List.of(), null, null, "pt", null, null, null, null)))
                .containsExactly(3L, 2L);
        assertThat(ids(new PostFilter(List.of("b"), null, null, "pt", "negative", null, null, null)))
                .containsExactly(3L);
        assertThat(ids(new PostFilter(List.of(), null, null, null, null, NOON.plusSeconds(1), null, null)))
                .containsExactly(3L);
        assertThat(ids(new PostFilter(List.of(), null, null, null, null, null, NOON.plusSeconds(1), null)))
                .containsExactly(2L, 1L);
    }

    @Test
    void pagesThroughAllPostsOfTheSameMomentToo() throws Exception {
        Posts.store(
                database,
                LongStream.rangeClosed(1, 20)
                        .mapToObj(id ->
                                Post.of(id, NOON.plusSeconds(id / 6), 7, "text").with(List.of("a", "b")))
                        .toList());
        for (List<String> hashtags : List.of(List.<String>of(), List.of("a", "b"))) {
            List<Long> seen = new ArrayList<>();
            PostFilter.Position before = null;
            List<PostView> page;
            do {
                page = analytics.posts(new PostFilter(hashtags, null, null, null, null, null, null, before), 3);
                page.forEach(post -> seen.add(post.id()));
                PostView last = page.isEmpty() ? null : page.get(page.size() - 1);
                before = last == null ? null : new PostFilter.Position(last.createdAt(), last.id());
            } while (!page.isEmpty());
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(1, 20)
                            .mapToObj(id -> 21 - id)
                            .toList());
        }
    }

    @Test
    void showsAPostWithItsAuthorAndEveryKnownVersion() throws Exception {
        Posts.user(database, 7, "ana", 10);
        Posts.store(
                database,
                List.of(
                        Post.of(1, NOON, 7, "one").supersededBy(3L),
                        Post.of(3, NOON, 7, "two").with(List.of("a")).in("pt", 0.1),
                        Post.of(4, NOON, 7, "another")));
        TestWarehouse.update(database, "UPDATE twitter.tweet SET edit_history = '{1,2,3}' WHERE id = 3");

        for (long id = 1; id <= 3; id++) {
            List<PostView> versions = analytics.versions(id);
            assertThat(versions).extracting(PostView::id).containsExactly(1L, 3L);
            assertThat(versions.get(0).supersededBy()).isEqualTo(3);
            assertThat(versions.get(1).username()).isEqualTo("ana");
            assertThat(versions.get(1).hashtags()).containsExactly("a");
            assertThat(versions.get(1).polarity()).isEqualTo(0.1);
        }
        assertThat(ids(ANY)).containsExactly(4L, 3L);
        assertThat(analytics.versions(99)).isEmpty();
    }

    @Test
    void pagesThroughAccounts() throws Exception {
        Posts.user(database, 8, "ana", 10);
        Posts.store(
                database,
                LongStream.range(0, 12)
                        .mapToObj(id -> Post.of(id, NOON.plusSeconds(id), id % 5, "text"))
                        .toList());
        List<UserTotals> seen = new ArrayList<>();
        List<UserTotals> page = analytics.users(NOON, NOON.plusSeconds(60), Optional.empty(), 2);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = analytics.users(NOON, NOON.plusSeconds(60), Optional.of(page.get(page.size() - 1)), 2);
        }
        assertThat(seen).extracting(UserTotals::userId).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(seen.get(0)).isEqualTo(new UserTotals(0, null, null, null, null, 3, NOON, NOON.plusSeconds(10)));
    }

    @Test
    void listsGapsAndSources() throws Exception {
        TestWarehouse.update(database, """
            INSERT INTO ops.cursor VALUES ('one', 'p', '2026-03-01T12:00:00Z');
            INSERT INTO ops.batch (origin, start_position, end_position, tweets, rejected, committed_at)
            VALUES ('one', 'a', 'b', 5, 0, '2026-03-01T12:00:00Z'), ('two', 'b', 'c', 6, 0, '2026-03-01T12:00:01Z');
            INSERT INTO ops.gap (source, from_time, to_time, reason, declared_at)
            VALUES ('one', '2026-03-01T11:00:00Z', '2026-03-01T12:00:00Z', 'why', now());
            INSERT INTO ops.process VALUES
                ('00000000-0000-0000-0000-000000000001', 'a', 'a', 7, 1, now() + interval '1 minute'),
                ('00000000-0000-0000-0000-000000000002', 'b', 'b', 8, 1, now() - interval '1 minute');
            INSERT INTO ops.lease (source, process) VALUES
                ('one', '00000000-0000-0000-0000-000000000001'),
                ('two', '00000000-0000-0000-0000-000000000002')
            """);

        assertThat(analytics.sources())
                .containsExactly(
                        new SourceView("one", "p", NOON, 5, NOON, 1, "process 7 on host a", true),
                        new SourceView("two", null, null, 6, NOON.plusSeconds(1), 0, null, true));
        assertThat(analytics.gaps(NOON.minusSeconds(1), NOON, 10))
                .extracting(GapView::reason)
                .containsExactly("why");
        assertThat(analytics.gaps(NOON, NOON.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void aSourceThatNoLivingProcessKnowsOfIsFollowedNoLonger() throws Exception {
        TestWarehouse.update(database, """
                INSERT INTO ops.cursor VALUES
                    ('crashed', 'p', '2026-03-01T12:00:00Z'),
                    ('followed', 'p', '2026-03-01T12:00:00Z'),
                    ('removed', 'p', '2026-03-01T12:00:00Z');
                INSERT INTO ops.batch (origin, start_position, end_position, tweets, rejected, committed_at)
                VALUES ('posts-0', 'a', 'b', 5, 0, '2026-03-01T12:00:00Z');
                """);
        assertThat(analytics.sources()).allMatch(SourceView::followed);

        TestWarehouse.update(database, """
                INSERT INTO ops.process VALUES
                    ('00000000-0000-0000-0000-000000000001', 'a', 'a', 7, 1, now() + interval '1 minute'),
                    ('00000000-0000-0000-0000-000000000002', 'b', 'b', 8, 1, now() - interval '1 minute');
                INSERT INTO ops.lease (source, process) VALUES
                    ('followed', '00000000-0000-0000-0000-000000000001'),
                    ('followed.gaps', '00000000-0000-0000-0000-000000000001'),
                    ('new', '00000000-0000-0000-0000-000000000001'),
                    ('crashed', '00000000-0000-0000-0000-000000000002')
                """);
        assertThat(analytics.sources())
                .filteredOn(source -> !source.followed())
                .extracting(SourceView::source)
                .containsExactly("removed");
        assertThat(analytics.sources())
                .extracting(SourceView::source)
                .containsExactly("crashed", "followed", "new", "posts-0", "removed");
    }

    @Test
    void countsWhatExceedsANumberAsTheLargestNumber() throws Exception {
        Posts.store(
                database,
                List.of(Post.of(1, NOON, 7, "text").counting(List.of(Long.MAX_VALUE, Long.MAX_VALUE, 1L, 1L))));
        Totals totals = analytics.totals(new Selection(List.of(), NOON, NOON.plusSeconds(1)));
        assertThat(totals.engagement()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void givesUpAStatementThatTakesTooLong() throws Exception {
        Analytics impatient = new JdbcAnalytics(database, Duration.ofSeconds(1));
        try (var blocking = database.getConnection();
                var statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("LOCK TABLE twitter.tweet");
            assertThatThrownBy(() -> impatient.posts(ANY, 10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("'posts'")
                    .hasMessageContaining("57014");
            blocking.rollback();
        }
    }

    @Test
    void narrowsByNetworkAndTakesWhatWasStoredBeforeForPostsOfX() throws Exception {
        Posts.store(database, List.of(Post.of(1, NOON, 8, "one"), Post.of(2, NOON, 8, "two")));
        TestWarehouse.rows(
                database, "UPDATE twitter.tweet SET network = 'bluesky', uri = 'at://one' WHERE id = 2 RETURNING id");

        assertThat(ids(ANY.on("x"))).containsExactly(1L);
        assertThat(ids(ANY.on("bluesky"))).containsExactly(2L);
        assertThat(ids(ANY.on("mastodon"))).isEmpty();
        assertThat(analytics.posts(ANY.on("bluesky"), 1).get(0).added())
                .containsEntry("network", "bluesky")
                .containsEntry("uri", "at://one");
    }

    private List<Long> ids(PostFilter filter) throws IOException {
        return analytics.posts(filter, 10).stream().map(PostView::id).toList();
    }

    private static List<Long> numbers(String text) {
        return text == null
                ? List.of()
                : java.util.Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }
}
