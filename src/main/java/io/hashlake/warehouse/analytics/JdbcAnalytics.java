package io.hashlake.warehouse.analytics;

import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Answers from the star schema {@code dw}, except for hours that have changed since it was built: those from the posts themselves.
 * One statement an answer. Safe for use by several threads, as far as the data source is.
 */
public final class JdbcAnalytics implements Analytics {

    private static final Question TOTALS = Question.load("totals");
    private static final Question HASHTAGS = Question.load("hashtags");
    private static final Question SERIES = Question.load("series");
    private static final Question OVERVIEW = Question.load("overview");
    private static final Question HASHTAG_COUNTS = Question.load("hashtag-counts");
    private static final Question SERIES_COUNTS = Question.load("series-counts");
    private static final Question LANGUAGE_COUNTS = Question.load("language-counts");
    private static final Question LANGUAGES = Question.load("languages");
    private static final Question AUTHORS = Question.load("authors");
    private static final Question CO_OCCURRING = Question.load("co-occurring");
    private static final Question TOP_POSTS = Question.load("top-posts");
    private static final Question POSTS = Question.load("posts");
    private static final Question VERSIONS = Question.load("versions");
    private static final Question USERS = Question.load("users");
    private static final Question BEGUN = Question.load("begun");
    private static final Question GAPS = Question.load("gaps");
    private static final Question SOURCES = Question.load("sources");
    private static final Question ZONE_OF_FACTS = Question.load("zone-of-facts");

    private final DataSource database;
    private final Duration timeout;

    /** @param timeout how long a statement may take, in whole seconds; a longer one is cancelled */
    public JdbcAnalytics(DataSource database, Duration timeout) {
        this.database = Objects.requireNonNull(database, "database");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
    }

    @Override
    public Totals totals(Selection selection) throws IOException {
        return ask(about(TOTALS, selection), ResultRows::totals).get(0);
    }

    @Override
    public List<HashtagTotals> hashtags(Selection selection, int limit) throws IOException {
        return ask(
                countedByHour(about(HASHTAGS, selection), selection).with("limit", Limits.rows(limit)),
                ResultRows::hashtag);
    }

    @Override
    public List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) throws IOException {
        List<Instant> starts = starts(selection, interval, zone);
        boolean byHour = interval == Interval.HOUR && !selection.hashtags().isEmpty() && WholeHours.areWhole(starts);
        WholeHours whole = byHour ? wholeHours(selection) : WholeHours.none(selection.to());
        BoundQuery inquiry = about(SERIES, selection)
                .with("starts", starts)
                .with(whole)
                .with("skip_from", whole.from())
                .with("skip_to", whole.to());
        return ask(
                inquiry,
                row -> new SeriesPoint(
                        row.getString("hashtag"), starts.get(row.getInt("step") - 1), ResultRows.totals(row)));
    }

    private static List<Instant> starts(Selection selection, Interval interval, ZoneId zone) {
        long lines = Math.max(1, selection.hashtags().size());
        if (interval.steps(selection.from(), selection.to()) * lines > Limits.MAX_POINTS) {
            throw new IllegalArgumentException("the series would have more than " + Limits.MAX_POINTS
                    + " points: ask for a shorter period, longer steps or fewer hashtags");
        }
        return interval.starts(selection.from(), selection.to(), zone);
    }

    @Override
    public Overview overview(Selection selection, int authors) throws IOException {
        List<Overview> rows = ask(about(OVERVIEW, selection).with("limit", Limits.rows(authors)), ResultRows::overview);
        return new Overview(
                rows.get(0).totals(),
                rows.stream().flatMap(row -> row.authors().stream()).toList());
    }

    @Override
    public List<HashtagCounts> hashtagCounts(Selection selection, int limit) throws IOException {
        return ask(
                countedByHour(about(HASHTAG_COUNTS, selection), selection).with("limit", Limits.rows(limit)),
                ResultRows::hashtagCounts);
    }

    @Override
    public List<SeriesCounts> seriesCounts(Selection selection, Interval interval, ZoneId zone) throws IOException {
        List<Instant> starts = starts(selection, interval, zone);
        boolean ofHours = interval != Interval.MINUTE && WholeHours.beginThem(starts);
        WholeHours whole = ofHours ? wholeHours(selection) : WholeHours.none(selection.to());
        return ask(
                about(SERIES_COUNTS, selection).with("starts", starts).with(whole),
                row -> new SeriesCounts(
                        row.getString("hashtag"), starts.get(row.getInt("step") - 1), ResultRows.counts(row)));
    }

    @Override
    public List<LanguageCounts> languageCounts(Selection selection, int limit) throws IOException {
        return ask(
                countedByHour(about(LANGUAGE_COUNTS, selection), selection).with("limit", Limits.rows(limit)),
                ResultRows::languageCounts);
    }

    @Override
    public List<LanguageTotals> languages(Selection selection, int limit) throws IOException {
        return ask(about(LANGUAGES, selection).with("limit", Limits.rows(limit)), ResultRows::language);
    }

    @Override
    public List<AuthorTotals> authors(Selection selection, int limit) throws IOException {
        return ask(about(AUTHORS, selection).with("limit", Limits.rows(limit)), ResultRows::author);
    }

    @Override
    public List<CoOccurrence> coOccurring(Selection selection, int limit) throws IOException {
        return ask(
                countedByHour(about(CO_OCCURRING, selection), selection).with("limit", Limits.rows(limit)),
                ResultRows::coOccurrence);
    }

    @Override
    public List<PostView> topPosts(Selection selection, int limit) throws IOException {
        return ask(about(TOP_POSTS, selection).with("limit", Limits.rows(limit)), ResultRows::post);
    }

    @Override
    public List<PostView> posts(PostFilter filter, int limit) throws IOException {
        PostFilter.Position before = filter.before();
        BoundQuery inquiry = new BoundQuery(POSTS)
                .with("hashtags", filter.hashtags())
                .with("text", filter.text())
                .with("phrase", filter.phrase())
                .with("author", filter.author())
                .with("language", filter.language())
                .with("sentiment", filter.sentiment())
                .with("network", filter.network())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("before_at", before == null ? null : before.createdAt())
                .with("before_id", before == null ? null : before.id())
                .with("limit", Limits.rows(limit));
        return ask(inquiry, ResultRows::post);
    }

    @Override
    public List<PostView> versions(long id) throws IOException {
        return ask(new BoundQuery(VERSIONS).with("id", id), ResultRows::post);
    }

    @Override
    public List<UserTotals> users(Instant from, Instant to, Optional<UserTotals> after, int limit) throws IOException {
        BoundQuery inquiry = about(USERS, new Selection(List.of(), from, to))
                .with("after_posts", after.map(UserTotals::posts).orElse(null))
                .with("after_user", after.map(UserTotals::userId).orElse(null))
                .with("limit", Limits.rows(limit));
        return ask(inquiry, ResultRows::user);
    }

    @Override
    public Optional<Instant> begun(List<String> hashtags) throws IOException {
        return ask(new BoundQuery(BEGUN).with("hashtags", hashtags), row -> Times.at(row, "at")).stream()
                .findFirst();
    }

    @Override
    public List<GapView> gaps(Instant from, Instant to, int limit) throws IOException {
        Limits.period(from, to);
        return ask(
                new BoundQuery(GAPS).with("from", from).with("to", to).with("limit", Limits.rows(limit)),
                ResultRows::gap);
    }

    @Override
    public List<SourceView> sources() throws IOException {
        return ask(new BoundQuery(SOURCES), ResultRows::source);
    }

    private static BoundQuery about(Question question, Selection selection) {
        return new BoundQuery(question)
                .with("hashtags", selection.hashtags())
                .with("from", selection.from())
                .with("to", selection.to())
                .with("skip_from", selection.to())
                .with("skip_to", selection.to());
    }

    private BoundQuery countedByHour(BoundQuery inquiry, Selection selection) throws IOException {
        return inquiry.with(wholeHours(selection));
    }

    /** Facts by the hour are counted by the clocks of the reporting zone for which they were last built. */
    private WholeHours wholeHours(Selection selection) throws IOException {
        return ask(new BoundQuery(ZONE_OF_FACTS), row -> row.getString("zone")).stream()
                .map(zone -> WholeHours.of(selection.from(), selection.to(), ZoneId.of(zone)))
                .findFirst()
                .orElse(WholeHours.none(selection.to()));
    }

    private <T> List<T> ask(BoundQuery inquiry, BoundQuery.RowReader<T> reader) throws IOException {
        return inquiry.ask(database, timeout, reader);
    }
}
