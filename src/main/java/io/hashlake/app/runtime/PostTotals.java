package io.hashlake.app.runtime;

import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkFactory.Need;
import io.hashlake.observability.Meters;
import io.hashlake.observability.PostOutcome;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line on what has become of the posts since the start. Of the posts received, each sink tells how many were new, seen
 * before, rejected, released to another process, and how many wait to be written; these add up to what was received. A sink
 * that reads from Kafka tells what is left to read instead. Sinks that tell the same are named together.
 */
public final class PostTotals {

    private final Deployment deployment;
    private final Meters meters;

    PostTotals(Deployment deployment, Meters meters) {
        this.deployment = deployment;
        this.meters = meters;
    }

    /** Empty in a process that moves no posts. */
    Optional<String> line() {
        List<String> parts = posts();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        addNonZero(parts, meters.total("dead.letters"), "dead letters");
        addNonZero(parts, meters.total("retries"), "retries");
        return Optional.of("Since the start: " + String.join("; ", parts));
    }

    private List<String> posts() {
        List<String> parts = new ArrayList<>();
        Map<String, String> sinks = sinksByCounts();
        boolean isIngest = deployment.does(Role.INGEST);
        String received = number(meters.total("tweets.received"), "posts received");
        if (isIngest && sinks.size() == 1) {
            parts.add(received + ": " + sinks.keySet().iterator().next());
            return parts;
        }
        if (isIngest) {
            parts.add(received);
        }
        sinks.forEach((counts, names) -> parts.add(names + ": " + counts));
        return parts;
    }

    private Map<String, String> sinksByCounts() {
        Map<String, String> sinks = new LinkedHashMap<>();
        for (SinkFactory<?> sink : deployment.sinks()) {
            if (!sink.needs().contains(Need.PAYLOADS)) {
                sinks.merge(counts(sink), sink.name(), (one, other) -> one + " and " + other);
            }
        }
        return sinks;
    }

    private String counts(SinkFactory<?> sink) {
        List<String> counts = new ArrayList<>();
        counts.add(number(posts(sink, PostOutcome.NEW), "new"));
        counts.add(number(posts(sink, PostOutcome.SEEN_BEFORE), "seen before"));
        addNonZero(counts, posts(sink, PostOutcome.REJECTED), "rejected");
        addNonZero(counts, posts(sink, PostOutcome.ERASED), "erased before");
        addNonZero(counts, posts(sink, PostOutcome.RELEASED), "left to another process");
        if (deployment.consumers().contains(sink)) {
            addNonZero(counts, meters.busLag(sink.name()), "not yet read from Kafka");
        } else {
            addNonZero(counts, waiting(sink), "waiting to be written");
        }
        return String.join(", ", counts);
    }

    private long waiting(SinkFactory<?> sink) {
        return meters.total("tweets.received") - meters.total("sink.posts", "sink", sink.name());
    }

    private long posts(SinkFactory<?> sink, PostOutcome outcome) {
        return meters.total("sink.posts", "sink", sink.name(), "outcome", outcome.id());
    }

    private static void addNonZero(List<String> counts, long count, String what) {
        if (count > 0) {
            counts.add(number(count, what));
        }
    }

    private static String number(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s", count, what);
    }
}
