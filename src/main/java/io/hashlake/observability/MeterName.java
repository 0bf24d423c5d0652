package io.hashlake.observability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every meter of the pipeline, once: its name, what it says to whoever reads {@code /q/metrics} or docs/observability.md, and its
 * labels. Labels are names from the configuration ({@code source}, {@code sink}, {@code endpoint}) or from a fixed list ({@code
 * stage}, {@code outcome}, {@code state}), never free text, so that the number of series stays bounded.
 */
enum MeterName {
    TWEETS_RECEIVED(Kind.COUNTER, "Tweets that a source handed on", "source"),
    SINK_POSTS(Kind.COUNTER, "Posts that a sink is done with, by what became of them", "sink", "outcome"),
    ROWS_WRITTEN(Kind.COUNTER, "Rows that a sink has made durable", "sink"),
    ROWS_DUPLICATE(Kind.COUNTER, "Rows that a sink had already", "sink"),
    DEAD_LETTERS(Kind.COUNTER, "Inputs that went to the dead letter", "stage"),
    VALUES_UNREADABLE(Kind.COUNTER, "Values that could not be read; their posts are kept without them", "stage"),
    RETRIES(Kind.COUNTER, "Attempts of a sink that failed and were made again", "sink"),
    COMMIT(Kind.TIMER, "Time that a commit took, as a histogram", "sink"),
    BATCH(Kind.TIMER, "Time from handing a batch to a sink to its commit", "sink"),
    LAKE_FILES(Kind.COUNTER, "Files added to the lake"),
    LAKE_BYTES(Kind.COUNTER, "Bytes added to the lake"),
    LAKE_DAMAGED(Kind.COUNTER, "Objects of the lake that were damaged and are set aside"),
    RAW_FILES(Kind.COUNTER, "Files of payloads as received"),
    RAW_BYTES(Kind.COUNTER, "Bytes of the files of payloads as received"),
    API_REQUESTS(Kind.COUNTER, "Requests to X, by what came of them", "endpoint", "outcome"),
    API_REQUEST(Kind.TIMER, "Time that a request to X took", "endpoint"),
    API_RATE_LIMIT_REMAINING(Kind.GAUGE, "Requests left until X's next reset", "endpoint"),
    FILE_BYTES(Kind.COUNTER, "Bytes of files that were read, as stored"),
    FILES(Kind.COUNTER, "Files that were read, done or failed", "outcome"),
    CURSOR_AGE(Kind.SECONDS, "Since everything that X had listed was last committed", "source"),
    SOURCE_STOPPED(Kind.GAUGE, "1 while a source is stopped until somebody acts, otherwise 0", "source"),
    ROUTES_RELOAD(Kind.COUNTER, "Changes of route files, applied or refused", "outcome"),
    ROUTES_REFUSED(Kind.GAUGE, "Route files whose present content is refused; what they said before is in force"),
    LEASES(Kind.GAUGE, "Leases of sources: held by this process, or standby while another one has them", "state"),
    LEASE_TAKEOVERS(Kind.COUNTER, "Sources that were taken over from another process"),
    LEASES_LOST(Kind.COUNTER, "Leases that were lost because they were not renewed in time"),
    GAPS_OPEN(Kind.GAUGE, "Intervals in which posts may be missing, which are to be filled", "source"),
    GAPS_SETTLED(Kind.COUNTER, "Gaps, or parts of them, that were closed or found unclosable", "state"),
    GAP_POSTS(Kind.COUNTER, "Posts that were handed on to fill gaps"),
    STREAM_CONNECTS(Kind.COUNTER, "Connections to a stream that stood", "stream"),
    STREAM_DISCONNECTS(Kind.COUNTER, "Connections that ended, by how", "stream", "type"),
    STREAM_ERRORS(Kind.COUNTER, "Unexpected errors, each of which a gap declares", "stream"),
    STREAM_DROPPED(Kind.COUNTER, "Posts that came though no source follows them", "stream"),
    DELETIONS(Kind.COUNTER, "Deletions that a network announced, of followed posts and of others", "network"),
    SPEND_REQUESTS(Kind.COUNTER, "Questions to X that a source bears", "source"),
    SPEND_POSTS(Kind.COUNTER, "Posts read from X that a source bears", "source"),
    SPEND_DOLLARS(Kind.COUNTER, "Dollars that X charges for what a source reads, by the configured prices", "source"),
    PERIOD_DOLLARS(Kind.GAUGE, "Dollars spent by all processes this day, month or billing cycle", "period"),
    PERIOD_FORECAST_DOLLARS(
            Kind.GAUGE, "Dollars at the end of the day, month or billing cycle, at the recent pace", "period"),
    BUDGET_POSTS_LEFT(Kind.GAUGE, "Posts that may still be read this day, month or billing cycle", "period"),
    BUDGET_DOLLARS_LEFT(Kind.GAUGE, "Dollars that may still be spent this day, month or billing cycle", "period"),
    BUDGET_DOLLARS(Kind.GAUGE, "Dollars that may be spent per day, month or billing cycle", "period"),
    SPEND_DIFFERENCE_POSTS(
            Kind.GAUGE,
            "Posts that X bills for the last whole day beyond those counted; negative where it bills fewer"),
    ERASED_POSTS(Kind.GAUGE, "Posts of which removal was asked for, since the beginning"),
    ERASURE_PENDING(
            Kind.SECONDS, "Since the oldest removal was asked for that is not applied to every store, otherwise 0"),
    COMPLIANCE_JOB_OPEN(
            Kind.SECONDS, "Since the oldest compliance job of which X's result is not applied was begun, otherwise 0"),
    BUS_LAG(Kind.RECORDS, "Records in the sink's partitions of Kafka that it has not read yet", "sink"),
    SPOOL_BYTES(Kind.GAUGE, "Bytes of the batches that wait on disk for a sink that is unavailable", "sink"),
    BUS_GAPS(Kind.COUNTER, "Times that Kafka had deleted records before the sink read them", "sink"),
    SQL_REFUSED(Kind.COUNTER, "Statements that the SQL endpoint did not answer", "reason"),
    HTTP_REQUESTS_TIMED_OUT(Kind.COUNTER, "Requests whose head or body did not arrive in time", "part"),
    JOB_RUNS(Kind.COUNTER, "Runs of a job, done or failed", "job", "outcome"),
    JOB_RUN(Kind.TIMER, "Time that a run took", "job"),
    JOB_HOURS(Kind.COUNTER, "Hours of posts that a job has built anew", "job"),
    JOB_HOURS_WAITING(Kind.GAUGE, "Changed hours that were left when a run ended", "job"),
    RETENTION_DROPPED(
            Kind.COUNTER,
            "Posts of the warehouse, and files of other stores, that were dropped because of their age",
            "store"),
    TEXT_FAILURES(Kind.COUNTER, "Posts whose text could not be analysed; they went on without"),
    COMPACTION_FILES(Kind.COUNTER, "Files that compactions replaced (before) and put (after)", "state"),
    COMPACTION_BYTES(Kind.COUNTER, "Bytes of the files that compactions replaced (before) and put (after)", "state"),
    COMPACTION_ROWS(Kind.COUNTER, "Rows that compactions wrote"),
    COMPACTION_DUPLICATES(Kind.COUNTER, "Rows that compactions left out for a newer one of the same post"),
    COMPACTION_PARTITIONS(Kind.COUNTER, "Partitions that were due, done or failed", "outcome"),
    ICEBERG_FILES(Kind.COUNTER, "Files of the lake that were added to the Iceberg table, or removed from it", "state"),
    ICEBERG_ROWS(Kind.COUNTER, "Rows of the files that were added to the Iceberg table"),
    ICEBERG_AGE(Kind.SECONDS, "Since the Iceberg table was last brought up to date with the lake"),
    MARTS_ROWS(Kind.COUNTER, "Rows that were exported to marts"),
    MARTS_FILES(Kind.COUNTER, "Files that were exported to marts"),
    MARTS_BYTES(Kind.COUNTER, "Bytes that were exported to marts"),
    DATASET_FILES(Kind.COUNTER, "Files of a dataset: loaded, known from before or refused", "dataset", "outcome"),
    DATASET_ROWS(Kind.COUNTER, "Rows of a dataset that files changed, or that were rejected", "dataset", "outcome"),
    DATASET_LOAD(Kind.TIMER, "Time that a file of a dataset took", "dataset");

    private final Kind kind;
    private final String description;
    private final List<String> labels;

    /** Kind of meter, by the ending that Prometheus adds to the name. */
    enum Kind {
        COUNTER("_total"),
        TIMER("_seconds"),
        GAUGE(""),
        SECONDS("_seconds"),
        RECORDS("_records");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** Null where the number is of no unit. */
        String unit() {
            return ending.isEmpty() ? null : ending.substring(1);
        }
    }

    MeterName(Kind kind, String description, String... labels) {
        this.kind = kind;
        this.description = description;
        this.labels = List.of(labels);
    }

    /** Meaning of the meter of that id, if it is one of these. */
    static Optional<String> described(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id().equals(id))
                .map(MeterName::description)
                .findFirst();
    }

    /** As Micrometer has it. */
    String id() {
        return "hashlake." + lower().replace('_', '.');
    }

    /** As Prometheus sees it. */
    String exposed() {
        return "hashlake_" + lower() + kind.ending;
    }

    Kind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    List<String> labels() {
        return labels;
    }

    /** The labels with their values. */
    String[] tags(String... values) {
        String[] tags = new String[2 * labels.size()];
        for (int i = 0; i < labels.size(); i++) {
            tags[2 * i] = labels.get(i);
            tags[2 * i + 1] = values[i];
        }
        return tags;
    }

    private String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
