package io.hashlake.observability;

import io.hashlake.core.GapState;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import io.hashlake.core.spend.SpendItem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** Counts and times what the pipeline does, by the meters of {@link MeterName}. */
public final class Meters {

    private static final String PREFIX = "hashlake.";
    private static final double MICROS = 1_000_000;

    /** A commit's time matters by its worst cases, which a mean does not show. */
    private static final Duration[] COMMIT_BUCKETS = LongStream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final ConcurrentMap<String, AtomicLong> rateLimits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> openGaps = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> waitingHours = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Timer> commits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Spending> spendings = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void received(String source, int tweets) {
        counter(MeterName.TWEETS_RECEIVED, source).increment(tweets);
    }

    public void committed(String sink, Sink.Commit commit, Duration took) {
        counter(MeterName.ROWS_WRITTEN, sink).increment(commit.rows());
        counter(MeterName.ROWS_DUPLICATE, sink).increment(commit.duplicates());
        commits.computeIfAbsent(sink, this::newCommitTimer).record(took);
        if (commit.files() > 0) {
            ofSink(sink, "files", "files that the sink added").increment(commit.files());
            ofSink(sink, "bytes", "bytes of the files that the sink added").increment(commit.bytes());
        }
    }

    /** Adds to what a sink has dealt with. */
    public void posts(String sink, PostOutcome outcome, long posts) {
        counter(MeterName.SINK_POSTS, sink, outcome.id()).increment(posts);
    }

    public void lakeDamaged() {
        counter(MeterName.LAKE_DAMAGED).increment();
    }

    public void completed(String sink, Duration sinceHandedOver) {
        timer(MeterName.BATCH, sink).record(sinceHandedOver);
    }

    public void retried(String sink) {
        counter(MeterName.RETRIES, sink).increment();
    }

    public void deadLettered(Rejected.Stage stage) {
        counter(MeterName.DEAD_LETTERS, stage.id()).increment();
    }

    /** @param count values so far */
    public void valuesUnreadable(Rejected.Stage stage, LongSupplier count) {
        MeterName name = MeterName.VALUES_UNREADABLE;
        FunctionCounter.builder(name.id(), count, LongSupplier::getAsLong)
                .description(name.description())
                .tags(name.tags(stage.id()))
                .register(registry);
    }

    public void requested(String endpoint, String outcome, Duration took) {
        counter(MeterName.API_REQUESTS, endpoint, outcome).increment();
        timer(MeterName.API_REQUEST, endpoint).record(took);
    }

    public void rateLimitRemaining(String endpoint, long remaining) {
        rateLimits.computeIfAbsent(endpoint, this::newRateLimit).set(remaining);
    }

    public void fileBytes(long read) {
        counter(MeterName.FILE_BYTES).increment(read);
    }

    public void fileRead(String outcome) {
        counter(MeterName.FILES, outcome).increment();
    }

    /** @param age seconds; NaN while unknown */
    public void cursorAge(String source, DoubleSupplier age) {
        gauge(MeterName.CURSOR_AGE, age, source);
    }

    /** @param isStopped whether the source does nothing until somebody acts */
    public void sourceStopped(String source, BooleanSupplier isStopped) {
        gauge(MeterName.SOURCE_STOPPED, () -> isStopped.getAsBoolean() ? 1 : 0, source);
    }

    /** Removes the age and the state of a source that is not followed any more; its counters stay. */
    public void notFollowed(String source) {
        for (MeterName gauge : List.of(MeterName.CURSOR_AGE, MeterName.SOURCE_STOPPED)) {
            registry.find(gauge.id()).tag("source", source).meters().forEach(registry::remove);
        }
    }

    /** @param outcome applied or refused */
    public void routesReloaded(String outcome) {
        counter(MeterName.ROUTES_RELOAD, outcome).increment();
    }

    /** @param files how many route files are refused now */
    public void routesRefused(LongSupplier files) {
        gauge(MeterName.ROUTES_REFUSED, files::getAsLong);
    }

    /**
     * @param state {@code held} or {@code standby}
     * @param count how many there are
     */
    public void leases(String state, LongSupplier count) {
        gauge(MeterName.LEASES, count::getAsLong, state);
    }

    public void takenOver(int sources) {
        counter(MeterName.LEASE_TAKEOVERS).increment(sources);
    }

    public void leasesLost(int leases) {
        counter(MeterName.LEASES_LOST).increment(leases);
    }

    public void gapsOpen(String source, long gaps) {
        openGaps.computeIfAbsent(source, this::newOpenGaps).set(gaps);
    }

    public void gapSettled(GapState state) {
        counter(MeterName.GAPS_SETTLED, state.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
    }

    public void gapPosts(long posts) {
        counter(MeterName.GAP_POSTS).increment(posts);
    }

    public void streamConnected(String stream) {
        counter(MeterName.STREAM_CONNECTS, stream).increment();
    }

    public void streamDisconnected(String stream, String type) {
        counter(MeterName.STREAM_DISCONNECTS, stream, type).increment();
    }

    public void streamFailed(String stream) {
        counter(MeterName.STREAM_ERRORS, stream).increment();
    }

    public void streamDropped(String stream, int posts) {
        counter(MeterName.STREAM_DROPPED, stream).increment(posts);
    }

    /** @param network as {@link io.hashlake.tweet.Network#id} names it */
    public void deleted(String network) {
        counter(MeterName.DELETIONS, network).increment();
    }

    public void spent(SpendItem item, long amount) {
        Spending spending = spendings.computeIfAbsent(item.source(), this::newSpending);
        spending.dollars().increment(dollars(item.price().times(amount)));
        switch (item.resource()) {
            case REQUEST -> spending.requests().increment(amount);
            case POST -> spending.posts().increment(amount);
            default -> {}
        }
    }

    private Spending newSpending(String source) {
        return new Spending(
                counter(MeterName.SPEND_REQUESTS, source),
                counter(MeterName.SPEND_POSTS, source),
                counter(MeterName.SPEND_DOLLARS, source));
    }

    /** A source's counters, kept at hand because each post of a stream counts. */
    private record Spending(Counter requests, Counter posts, Counter dollars) {}

    /**
     * Shows how much of a budget is left.
     *
     * @param left posts, or millionths of a dollar; NaN while unknown
     */
    public void budget(BudgetLimit limit, DoubleSupplier left) {
        String period = limit.period().label();
        if (limit.unit() == BudgetLimit.Unit.POSTS) {
            gauge(MeterName.BUDGET_POSTS_LEFT, left, period);
        } else {
            gauge(MeterName.BUDGET_DOLLARS, () -> dollars(new Dollars(limit.most())), period);
            gauge(MeterName.BUDGET_DOLLARS_LEFT, () -> left.getAsDouble() / MICROS, period);
        }
    }

    /**
     * Shows what a period costs.
     *
     * @param spend null while unknown
     */
    public void period(BudgetPeriod period, Supplier<PeriodSpend> spend) {
        gauge(MeterName.PERIOD_DOLLARS, () -> dollars(spend, of -> of.used().dollars()), period.label());
        gauge(MeterName.PERIOD_FORECAST_DOLLARS, () -> dollars(spend, PeriodSpend::forecast), period.label());
    }

    /** @param posts how many more X bills than were counted; NaN while unknown */
    public void spendDifference(DoubleSupplier posts) {
        gauge(MeterName.SPEND_DIFFERENCE_POSTS, posts);
    }

    /**
     * Shows how far removals are.
     *
     * @param status null while unknown
     */
    public void compliance(Supplier<ComplianceStatus> status, Clock clock) {
        gauge(MeterName.ERASED_POSTS, () -> known(status, ComplianceStatus::posts));
        gauge(MeterName.ERASURE_PENDING, () -> known(status, of -> seconds(of.pendingSince(), clock)));
        gauge(MeterName.COMPLIANCE_JOB_OPEN, () -> known(status, of -> seconds(of.openJobSince(), clock)));
    }

    private static double seconds(Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }

    private static <T> double known(Supplier<T> whole, ToDoubleFunction<T> part) {
        T known = whole.get();
        return known == null ? Double.NaN : part.applyAsDouble(known);
    }

    private static double dollars(Supplier<PeriodSpend> spend, Function<PeriodSpend, Dollars> part) {
        return known(spend, of -> dollars(part.apply(of)));
    }

    /** Only shown: what is counted is exact. */
    private static double dollars(Dollars amount) {
        return amount.micros() / MICROS;
    }

    /** @param bytes of the batches that wait on disk for a sink */
    public void spoolBytes(String sink, LongSupplier bytes) {
        gauge(MeterName.SPOOL_BYTES, bytes::getAsLong, sink);
    }

    /** @param records how many have not been read */
    public void busLag(String sink, DoubleSupplier records) {
        gauge(MeterName.BUS_LAG, records, sink);
    }

    public void busGap(String sink) {
        counter(MeterName.BUS_GAPS, sink).increment();
    }

    /** @param reason from a fixed list */
    public void sqlRefused(String reason) {
        counter(MeterName.SQL_REFUSED, reason.toLowerCase(java.util.Locale.ROOT))
                .increment();
    }

    /** @param part head or body */
    public void httpTimedOut(String part) {
        counter(MeterName.HTTP_REQUESTS_TIMED_OUT, part).increment();
    }

    /** @param outcome done or failed */
    public void jobRan(String job, String outcome, Duration took) {
        counter(MeterName.JOB_RUNS, job, outcome).increment();
        timer(MeterName.JOB_RUN, job).record(took);
    }

    public void jobHours(String job, long hours) {
        counter(MeterName.JOB_HOURS, job).increment(hours);
    }

    public void jobHoursWaiting(String job, long hours) {
        waitingHours.computeIfAbsent(job, this::newWaitingHours).set(hours);
    }

    public void textFailed() {
        counter(MeterName.TEXT_FAILURES).increment();
    }

    /** @param count of posts or files */
    public void dropped(String store, long count) {
        counter(MeterName.RETENTION_DROPPED, store).increment(count);
    }

    /** @param state before or after */
    public void compactedFiles(String state, long files, long bytes) {
        counter(MeterName.COMPACTION_FILES, state).increment(files);
        counter(MeterName.COMPACTION_BYTES, state).increment(bytes);
    }

    public void compactedRows(long rows, long duplicates) {
        counter(MeterName.COMPACTION_ROWS).increment(rows);
        counter(MeterName.COMPACTION_DUPLICATES).increment(duplicates);
    }

    public void compactedPartitions(int done, int failed) {
        counter(MeterName.COMPACTION_PARTITIONS, "done").increment(done);
        counter(MeterName.COMPACTION_PARTITIONS, "failed").increment(failed);
    }

    /** @param removed files that the lake no longer has */
    public void icebergRegistered(long added, long rows, long removed) {
        counter(MeterName.ICEBERG_FILES, "added").increment(added);
        counter(MeterName.ICEBERG_FILES, "removed").increment(removed);
        counter(MeterName.ICEBERG_ROWS).increment(rows);
    }

    public void icebergAge(DoubleSupplier age) {
        gauge(MeterName.ICEBERG_AGE, age);
    }

    public void martsExported(long rows, long files, long bytes) {
        counter(MeterName.MARTS_ROWS).increment(rows);
        counter(MeterName.MARTS_FILES).increment(files);
        counter(MeterName.MARTS_BYTES).increment(bytes);
    }

    /** @param outcome loaded, known or refused */
    public void datasetFile(String dataset, String outcome, Duration took) {
        counter(MeterName.DATASET_FILES, dataset, outcome).increment();
        timer(MeterName.DATASET_LOAD, dataset).record(took);
    }

    public void datasetRows(String dataset, long changed, long rejected) {
        counter(MeterName.DATASET_ROWS, dataset, "changed").increment(changed);
        counter(MeterName.DATASET_ROWS, dataset, "rejected").increment(rejected);
    }

    /**
     * The sum of a counter, 0 if it never counted.
     *
     * @param tags names and values of those labels that must be so
     */
    public long total(String counter, String... tags) {
        return (long) registry.find(PREFIX + counter).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Records of Kafka that the sink has not read yet. */
    public long busLag(String sink) {
        return (long)
                registry.get(MeterName.BUS_LAG.id()).tag("sink", sink).gauge().value();
    }

    private Timer newCommitTimer(String sink) {
        return Timer.builder(MeterName.COMMIT.id())
                .description(MeterName.COMMIT.description())
                .tags(MeterName.COMMIT.tags(sink))
                .serviceLevelObjectives(COMMIT_BUCKETS)
                .register(registry);
    }

    private AtomicLong newRateLimit(String endpoint) {
        AtomicLong remaining = new AtomicLong();
        gauge(MeterName.API_RATE_LIMIT_REMAINING, remaining::get, endpoint);
        return remaining;
    }

    private AtomicLong newOpenGaps(String source) {
        AtomicLong gaps = new AtomicLong();
        gauge(MeterName.GAPS_OPEN, gaps::get, source);
        return gaps;
    }

    private AtomicLong newWaitingHours(String job) {
        AtomicLong hours = new AtomicLong();
        gauge(MeterName.JOB_HOURS_WAITING, hours::get, job);
        return hours;
    }

    private Counter counter(MeterName name, String... values) {
        return Counter.builder(name.id())
                .description(name.description())
                .tags(name.tags(values))
                .register(registry);
    }

    private Timer timer(MeterName name, String... values) {
        return Timer.builder(name.id())
                .description(name.description())
                .tags(name.tags(values))
                .register(registry);
    }

    private void gauge(MeterName name, DoubleSupplier value, String... values) {
        Gauge.builder(name.id(), value::getAsDouble)
                .description(name.description())
                .baseUnit(name.kind().unit())
                .tags(name.tags(values))
                .strongReference(true)
                .register(registry);
    }

    /** Counter of a sink that writes files: the lake, the payloads as received, or a plug-in. */
    private Counter ofSink(String sink, String what, String description) {
        return Counter.builder(PREFIX + sink + "." + what)
                .description(MeterName.described(PREFIX + sink + "." + what).orElse(description))
                .register(registry);
    }
}
