package io.hashlake.warehouse.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.star.StarJob;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever part of the star schema is out of date, the answers are those that the posts give when counted one by one. */
@ServerTest
class ExactAnswersTest {

    /** Two days in which clocks are put forward in New York, and one in Lord Howe by half an hour back. */
    private static final Instant START = Instant.parse("2026-03-07T17:00:00Z");

    private static final int HOURS = 60;
    private static final List<String> TAGS = List.of("a", "b", "ção", "d", "e");
    private static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata", "+02:00");

    private final DataSource database = TestWarehouse.migrated();
    private final Analytics analytics = new JdbcAnalytics(database, Duration.ofSeconds(20));
    private final Map<Long, Post> posts = new HashMap<>();
    private final Map<Long, Long> followers = new HashMap<>();

    enum Lag {
        NOTHING_BUILT,
        SOME_HOURS_CHANGED,
        ALL_BUILT
    }

    @ParameterizedTest
    @CsvSource({
        "1, NOTHING_BUILT, UTC",
        "2, ALL_BUILT, America/Sao_Paulo",
        "3, SOME_HOURS_CHANGED, America/Sao_Paulo",
        "4, SOME_HOURS_CHANGED, Asia/Kolkata",
        "5, SOME_HOURS_CHANGED, America/New_York",
        "6, ALL_BUILT, Australia/Lord_Howe"
    })
    void agreeWithAPlainRecomputation(long seed, Lag lag, String zoneOfFacts) throws Exception {
        Random random = new Random(seed);
        store(random, lag, zoneOfFacts);
        Recomputed truth = new Recomputed(posts.values(), followers);
        for (Selection selection : selections(random)) {
            compare(truth, selection, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        }
    }

    private void store(Random random, Lag lag, String zoneOfFacts) throws Exception {
        for (long user = 0; user < 30; user++) {
            followers.put(user, (long) random.nextInt(1_000));
            Posts.user(database, user, "user" + user, followers.get(user));
        }
        save(random, 1, 400, HOURS);
        if (lag == Lag.SOME_HOURS_CHANGED) {
            StarJob.runOnce(database, zoneOfFacts);
        }
        int hours = lag == Lag.SOME_HOURS_CHANGED ? 5 : HOURS;
        save(random, 1_000, 30, hours);
        change(random, hours);
        if (lag == Lag.ALL_BUILT) {
            StarJob.runOnce(database, zoneOfFacts);
        }
    }

    private void save(Random random, long firstId, int count, int hours) throws Exception {
        List<Post> made = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            made.add(post(random, id, START.plusMillis(random.nextInt(hours * 3_600_000))));
        }
        save(made);
    }

    /** Some posts get other counts, some are edited. */
    private void change(Random random, int hours) throws Exception {
        List<Post> changed = new ArrayList<>();
        for (Post post : posts.values()) {
            boolean early = post.createdAt().isBefore(START.plus(Duration.ofHours(hours)));
            if (early && random.nextInt(5) == 0) {
                changed.add(post.counting(counts(random)));
            } else if (early && random.nextInt(5) == 0) {
                Post newer = post(random, post.id() + 10_000, post.createdAt().plusSeconds(random.nextInt(3_600)));
                changed.add(newer);
                changed.add(post.supersededBy(newer.id()));
            }
        }
        save(changed);
    }

    private void save(List<Post> made) throws Exception {
        made.forEach(post -> posts.put(post.id(), post));
        Posts.store(database, made);
    }

    private static Post post(Random random, long id, Instant createdAt) {
        List<String> tags = TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList();
        // Eighths add up without rounding.
        Double polarity = random.nextInt(3) == 0 ? null : random.nextInt(-8, 9) / 8.0;
        String language = List.of("en", "pt", "").get(random.nextInt(3));
        return Post.of(id, createdAt, random.nextInt(30), "text")
                .with(tags)
                .in(language.isEmpty() ? null : language, polarity)
                .counting(counts(random));
    }

    private static List<Long> counts(Random random) {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counts.add(random.nextBoolean() ? null : (long) random.nextInt(20));
        }
        return counts;
    }

    private static List<Selection> selections(Random random) {
        List<Selection> selections = new ArrayList<>();
        for (List<String> tags : List.of(List.<String>of(), List.of("a"), List.of("b", "ção", "unknown"), TAGS)) {
            selections.add(new Selection(tags, START.minusSeconds(1_000), START.plusSeconds(222_000)));
            selections.add(new Selection(tags, START.plusSeconds(3_600), START.plusSeconds(36_000)));
            Instant from = START.plusSeconds(random.nextInt(100_000));
            selections.add(new Selection(tags, from, from.plusMillis(1 + random.nextInt(100_000_000))));
            selections.add(new Selection(tags, from, from.plusSeconds(1_000)));
        }
        return selections;
    }

    private void compare(Recomputed truth, Selection selection, ZoneId zone) throws Exception {
        same(selection, analytics.totals(selection), truth.totals(selection));
        same(selection, analytics.hashtags(selection, 3), truth.hashtags(selection, 3));
        same(selection, analytics.languages(selection, 10), truth.languages(selection));
        same(selection, analytics.coOccurring(selection, 3), truth.coOccurring(selection, 3));
        same(
                selection,
                analytics.topPosts(selection, 7).stream().map(PostView::id).toList(),
                truth.topPosts(selection, 7));
        same(
                selection,
                analytics.authors(selection, 7).stream()
                        .map(author -> List.of(author.userId(), author.posts(), author.engagement()))
                        .toList(),
                truth.authors(selection, 7));
        same(
                selection,
                analytics.overview(selection, 7),
                new Overview(truth.totals(selection), analytics.authors(selection, 7)));
        same(
                selection,
                analytics.hashtagCounts(selection, 3),
                truth.hashtags(selection, 3).stream().map(HashtagCounts::of).toList());
        same(
                selection,
                analytics.languageCounts(selection, 10),
                truth.languages(selection).stream().map(LanguageCounts::of).toList());
        for (Interval interval : Interval.values()) {
            same(
                    selection,
                    analytics.seriesCounts(selection, interval, zone),
                    truth.series(selection, interval, zone).stream()
                            .map(SeriesCounts::of)
                            .toList());
            same(selection, analytics.series(selection, interval, zone), truth.series(selection, interval, zone));
        }
    }

    private static void same(Selection selection, Object answer, Object truth) {
        assertThat(answer).as("%s", selection).isEqualTo(truth);
    }
}
