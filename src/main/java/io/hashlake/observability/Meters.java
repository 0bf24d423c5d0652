package io.hashlake.observability;

import io.hashlake.core.GapState;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Every meter of the pipeline. Labels are names from the configuration ({@code source}, {@code sink}, {@code endpoint}) or
 * from a fixed list ({@code stage}, {@code outcome}, {@code state}), never free text, so that the number of series stays bounded.
 *
 * <table>
 * <caption>Meters, as Prometheus sees them</caption>
 * <tr><td>hashlake_tweets_received_total{source}</td><td>tweets that a source handed on</td></tr>
 * <tr><td>hashlake_sink_posts_total{sink,outcome}</td><td>posts that a sink is done with, by what became of them</td></tr>
 * <tr><td>hashlake_rows_written_total{sink}</td><td>rows that a sink has made durable</td></tr>
 * <tr><td>hashlake_rows_duplicate_total{sink}</td><td>rows that a sink had already</td></tr>
 * <tr><td>hashlake_dead_letters_total{stage}</td><td>inputs that went to the dead letter</td></tr>
 * <tr><td>hashlake_values_unreadable_total{stage}</td><td>values that could not be read; their posts are kept without them</td></tr>
 * <tr><td>hashlake_retries_total{sink}</td><td>attempts of a sink that failed and were made again</td></tr>
 * <tr><td>hashlake_commit_seconds{sink}</td><td>time that a commit took, as a histogram</td></tr>
 * <tr><td>hashlake_batch_seconds{sink}</td><td>time from handing a batch to a sink to its commit</td></tr>
 * <tr><td>hashlake_lake_files_total</td><td>files added to the lake</td></tr>
 * <tr><td>hashlake_lake_bytes_total</td><td>bytes added to the lake</td></tr>
 * <tr><td>hashlake_lake_damaged_total</td><td>objects of the lake that were damaged and are set aside</td></tr>
 * <tr><td>hashlake_raw_files_total</td><td>files of payloads as received</td></tr>
 * <tr><td>hashlake_raw_bytes_total</td><td>bytes of these</td></tr>
 * <tr><td>hashlake_api_requests_total{endpoint,outcome}</td><td>requests to X, by what came of them</td></tr>
 * <tr><td>hashlake_api_request_seconds{endpoint}</td><td>time that a request to X took</td></tr>
 * <tr><td>hashlake_api_rate_limit_remaining{endpoint}</td><td>requests left until X's next reset</td></tr>
 * <tr><td>hashlake_file_bytes_total</td><td>bytes of files that were read, as stored</td></tr>
 * <tr><td>hashlake_files_total{outcome}</td><td>files that were read, done or failed</td></tr>
 * <tr><td>hashlake_cursor_age_seconds{source}</td><td>since everything that X had listed was last committed</td></tr>
 * <tr><td>hashlake_routes_reload_total{outcome}</td><td>changes of route files, applied or refused</td></tr>
 * <tr><td>hashlake_routes_refused</td><td>route files whose present content is refused; what they said before is in force</td></tr>
 * <tr><td>hashlake_leases{state}</td><td>leases of sources: held by this process, or standby while another one has them</td></tr>
 * <tr><td>hashlake_lease_takeovers_total</td><td>sources that were taken over from another process</td></tr>
 * <tr><td>hashlake_leases_lost_total</td><td>leases that were lost because they were not renewed in time</td></tr>
 * <tr><td>hashlake_gaps_open{source}</td><td>intervals in which posts may be missing, which are to be filled</td></tr>
 * <tr><td>hashlake_gaps_settled_total{state}</td><td>those, or parts of them, that were closed or found unclosable</td></tr>
 * <tr><td>hashlake_gap_posts_total</td><td>posts that were handed on to fill gaps</td></tr>
 * <tr><td>hashlake_stream_connects_total{stream}</td><td>connections to a stream that stood</td></tr>
 * <tr><td>hashlake_stream_disconnects_total{stream,type}</td><td>connections that ended, by how</td></tr>
 * <tr><td>hashlake_stream_errors_total{stream}</td><td>unexpected errors, each of which a gap declares</td></tr>
 * <tr><td>hashlake_stream_dropped_total{stream}</td><td>posts that came though no source follows them</td></tr>
 * <tr><td>hashlake_spend_requests_total{source}</td><td>questions to X that a source bears</td></tr>
 * <tr><td>hashlake_spend_posts_total{source}</td><td>posts read from X that a source bears</td></tr>
 * <tr><td>hashlake_budget_posts_left{period}</td><td>posts that may still be read this day or month</td></tr>
 * <tr><td>hashlake_bus_lag_records{sink}</td><td>records in the sink's partitions of Kafka that it has not read yet</td></tr>
 * <tr><td>hashlake_spool_bytes{sink}</td><td>bytes of the batches that wait on disk for a sink that is unavailable</td></tr>
 * <tr><td>hashlake_bus_gaps_total{sink}</td><td>times that Kafka had deleted records before the sink read them</td></tr>
 * <tr><td>hashlake_sql_refused_total{reason}</td><td>statements that the SQL endpoint did not answer</td></tr>
 * <tr><td>hashlake_http_requests_timed_out_total{part}</td><td>requests whose head or body did not arrive in time</td></tr>
 * <tr><td>hashlake_job_runs_total{job,outcome}</td><td>runs of a job, done or failed</td></tr>
 * <tr><td>hashlake_job_run_seconds{job}</td><td>time that a run took</td></tr>
 * <tr><td>hashlake_job_hours_total{job}</td><td>hours of posts that a job has built anew</td></tr>
 * <tr><td>hashlake_job_hours_waiting{job}</td><td>changed hours that were left when a run ended</td></tr>
 * <tr><td>hashlake_text_failures_total</td><td>posts whose text could not be analysed; they went on without</td></tr>
 * <tr><td>hashlake_compaction_files_total{state}</td><td>files that compactions replaced (before) and put (after)</td></tr>
 * <tr><td>hashlake_compaction_bytes_total{state}</td><td>bytes of these</td></tr>
 * <tr><td>hashlake_compaction_rows_total</td><td>rows that compactions wrote</td></tr>
 * <tr><td>hashlake_compaction_duplicates_total</td><td>rows that they left out for a newer one of the same post</td></tr>
 * <tr><td>hashlake_compaction_partitions_total{outcome}</td><td>partitions that were due, done or failed</td></tr>
 * <tr><td>hashlake_marts_rows_total</td><td>rows that were exported to marts</td></tr>
 * <tr><td>hashlake_marts_files_total</td><td>files of these</td></tr>
 * <tr><td>hashlake_marts_bytes_total</td><td>bytes of these</td></tr>
 * </table>
 */
public final class Meters {

    private static final String PREFIX = "hashlake.";

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
        counter("tweets.received", "source", source).increment(tweets);
    }

    public void committed(String sink, Sink.Commit commit, Duration took) {
        counter("rows.written", "sink", sink).increment(commit.rows());
        counter("rows.duplicate", "sink", sink).increment(commit.duplicates());
        commits.computeIfAbsent(sink, this::newCommitTimer).record(took);
        if (commit.files() > 0) {
            counter(sink + ".files").increment(commit.files());
            counter(sink + ".bytes").increment(commit.bytes());
        }
    }

    /** Adds to what a sink has dealt with. */
    public void posts(String sink, PostOutcome outcome, long posts) {
        counter("sink.posts", "sink", sink, "outcome", outcome.id()).increment(posts);
    }

    public void lakeDamaged() {
        counter("lake.damaged").increment();
    }

    public void completed(String sink, Duration sinceHandedOver) {
        registry.timer(PREFIX + "batch", "sink", sink).record(sinceHandedOver);
    }

    public void retried(String sink) {
        counter("retries", "sink", sink).increment();
    }

    public void deadLettered(Rejected.Stage stage) {
        counter("dead.letters", "stage", stage.id()).increment();
    }

    /** @param count values so far */
    public void valuesUnreadable(Rejected.Stage stage, LongSupplier count) {
        FunctionCounter.builder(PREFIX + "values.unreadable", count, LongSupplier::getAsLong)
                .tag("stage", stage.id())
                .register(registry);
    }

    public void requested(String endpoint, String outcome, Duration took) {
        counter("api.requests", "endpoint", endpoint, "outcome", outcome).increment();
        registry.timer(PREFIX + "api.request", "endpoint", endpoint).record(took);
    }

    public void rateLimitRemaining(String endpoint, long remaining) {
        rateLimits.computeIfAbsent(endpoint, this::newRateLimit).set(remaining);
    }

    public void fileBytes(long read) {
        counter("file.bytes").increment(read);
    }

    public void fileRead(String outcome) {
        counter("files", "outcome", outcome).increment();
    }

    /** @param age seconds; NaN while unknown */
    public void cursorAge(String source, DoubleSupplier age) {
        Gauge.builder(PREFIX + "cursor.age", age::getAsDouble)
                .baseUnit("seconds")
                .tag("source", source)
                .strongReference(true)
                .register(registry);
    }

    /** Removes the age of a source that is not followed any more; its counters stay. */
    public void notFollowed(String source) {
        registry.find(PREFIX + "cursor.age").tag("source", source).meters().forEach(registry::remove);
    }

    /** @param outcome applied or refused */
    public void routesReloaded(String outcome) {
        counter("routes.reload", "outcome", outcome).increment();
    }

    /** @param files how many route files are refused now */
    public void routesRefused(LongSupplier files) {
        Gauge.builder(PREFIX + "routes.refused", files::getAsLong)
                .strongReference(true)
                .register(registry);
    }

    /**
     * @param state {@code held} or {@code standby}
     * @param count how many there are
     */
    public void leases(String state, LongSupplier count) {
        Gauge.builder(PREFIX + "leases", count::getAsLong)
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    public void takenOver(int sources) {
        counter("lease.takeovers").increment(sources);
    }

    public void leasesLost(int leases) {
        counter("leases.lost").increment(leases);
    }

    public void gapsOpen(String source, long gaps) {
        openGaps.computeIfAbsent(source, this::newOpenGaps).set(gaps);
    }

    public void gapSettled(GapState state) {
        counter("gaps.settled", "state", state.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
    }

    public void gapPosts(long posts) {
        counter("gap.posts").increment(posts);
    }

    public void streamConnected(String stream) {
        counter("stream.connects", "stream", stream).increment();
    }

    public void streamDisconnected(String stream, String type) {
        counter("stream.disconnects", "stream", stream, "type", type).increment();
    }

    public void streamFailed(String stream) {
        counter("stream.errors", "stream", stream).increment();
    }

    public void streamDropped(String stream, int posts) {
        counter("stream.dropped", "stream", stream).increment(posts);
    }

    public void spent(String source, long requests, long posts) {
        Spending spending = spendings.computeIfAbsent(source, this::newSpending);
        spending.requests().increment(requests);
        spending.posts().increment(posts);
    }

    private Spending newSpending(String source) {
        return new Spending(counter("spend.requests", "source", source), counter("spend.posts", "source", source));
    }

    /** A source's counters, kept at hand because each post of a stream counts. */
    private record Spending(Counter requests, Counter posts) {}

    /**
     * @param period {@code day} or {@code month}
     * @param left posts; NaN while unknown
     */
    public void budgetLeft(String period, DoubleSupplier left) {
        Gauge.builder(PREFIX + "budget.posts.left", left::getAsDouble)
                .tag("period", period)
                .strongReference(true)
                .register(registry);
    }

    /** @param bytes of the batches that wait on disk for a sink */
    public void spoolBytes(String sink, LongSupplier bytes) {
        Gauge.builder(PREFIX + "spool.bytes", bytes::getAsLong)
                .tag("sink", sink)
                .strongReference(true)
                .register(registry);
    }

    /** @param records how many have not been read */
    public void busLag(String sink, DoubleSupplier records) {
        Gauge.builder(PREFIX + "bus.lag", records::getAsDouble)
                .baseUnit("records")
                .tag("sink", sink)
                .strongReference(true)
                .register(registry);
    }

    public void busGap(String sink) {
        counter("bus.gaps", "sink", sink).increment();
    }

    /** @param reason from a fixed list */
    public void sqlRefused(String reason) {
        counter("sql.refused", "reason", reason.toLowerCase(java.util.Locale.ROOT))
                .increment();
    }

    /** @param part head or body */
    public void httpTimedOut(String part) {
        counter("http.requests.timed.out", "part", part).increment();
    }

    /** @param outcome done or failed */
    public void jobRan(String job, String outcome, Duration took) {
        counter("job.runs", "job", job, "outcome", outcome).increment();
        registry.timer(PREFIX + "job.run", "job", job).record(took);
    }

    public void jobHours(String job, long hours) {
        counter("job.hours", "job", job).increment(hours);
    }

    public void jobHoursWaiting(String job, long hours) {
        waitingHours.computeIfAbsent(job, this::newWaitingHours).set(hours);
    }

    public void textFailed() {
        counter("text.failures").increment();
    }

    /** @param state before or after */
    public void compactedFiles(String state, long files, long bytes) {
        counter("compaction.files", "state", state).increment(files);
        counter("compaction.bytes", "state", state).increment(bytes);
    }

    public void compactedRows(long rows, long duplicates) {
        counter("compaction.rows").increment(rows);
        counter("compaction.duplicates").increment(duplicates);
    }

    public void compactedPartitions(int done, int failed) {
        counter("compaction.partitions", "outcome", "done").increment(done);
        counter("compaction.partitions", "outcome", "failed").increment(failed);
    }

    public void martsExported(long rows, long files, long bytes) {
        counter("marts.rows").increment(rows);
        counter("marts.files").increment(files);
        counter("marts.bytes").increment(bytes);
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
        return (long) registry.get(PREFIX + "bus.lag").tag("sink", sink).gauge().value();
    }

    private Timer newCommitTimer(String sink) {
        return Timer.builder(PREFIX + "commit")
                .tag("sink", sink)
                .serviceLevelObjectives(COMMIT_BUCKETS)
                .register(registry);
    }

    private AtomicLong newRateLimit(String endpoint) {
        AtomicLong remaining = new AtomicLong();
        Gauge.builder(PREFIX + "api.rate.limit.remaining", remaining, AtomicLong::get)
                .tag("endpoint", endpoint)
                .register(registry);
        return remaining;
    }

    private AtomicLong newOpenGaps(String source) {
        AtomicLong gaps = new AtomicLong();
        Gauge.builder(PREFIX + "gaps.open", gaps, AtomicLong::get)
                .tag("source", source)
                .register(registry);
        return gaps;
    }

    private AtomicLong newWaitingHours(String job) {
        AtomicLong hours = new AtomicLong();
        Gauge.builder(PREFIX + "job.hours.waiting", hours, AtomicLong::get)
                .tag("job", job)
                .register(registry);
        return hours;
    }

    private Counter counter(String name, String... tags) {
        return registry.counter(PREFIX + name, tags);
    }
}
