package io.hashlake.simulator.api;

import io.hashlake.simulator.json.TimestampWriter;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.request.FieldNames;
import io.hashlake.simulator.request.Narrowing;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.truth.Search;
import io.hashlake.simulator.truth.Served;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code /2/tweets/counts/recent}. All of a week comes as one page. */
final class CountsEndpoint implements SimulatedEndpoint {

    private final Search search;
    private final VocabularyDetector vocabularies;
    private final Duration lag;

    CountsEndpoint(Search search, SimulatorSettings settings) {
        this.search = search;
        this.vocabularies = new VocabularyDetector(settings.vocabularies());
        this.lag = settings.lag();
    }

    @Override
    public int limit() {
        return 300;
    }

    @Override
    public CompleteReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        SimulatorVocabulary vocabulary = vocabularies.of(parameters);
        List<String> names = new ArrayList<>(FieldNames.windowParameters());
        names.addAll(List.of("granularity", "search_count.fields"));
        parameters.allowOnly(names);
        parameters.list("search_count.fields", List.of("start", "end", vocabulary.name("tweet_count")));
        Duration step = step(parameters.oneOf("granularity", List.of("minute", "hour", "day"), "hour"));
        Narrowing asked = Narrowing.parse(parameters, request.now(), lag, true);
        Buckets buckets = new Buckets(asked.window(), step);
        search.forEach(asked.query(), asked.window(), request.now(), plan -> buckets.count(search.createdAt(plan)));
        return answer(buckets, vocabulary).serving(Served.COUNTS);
    }

    private static CompleteReply answer(Buckets buckets, SimulatorVocabulary vocabulary) {
        return CompleteReply.json(200, json -> {
            json.writeArrayFieldStart("data");
            for (int i = 0; i < buckets.size(); i++) {
                json.writeStartObject();
                json.writeStringField("start", TimestampWriter.format(buckets.start(i)));
                json.writeStringField("end", TimestampWriter.format(buckets.start(i + 1)));
                json.writeNumberField(vocabulary.name("tweet_count"), buckets.count(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("meta");
            json.writeNumberField(vocabulary.name("total_tweet_count"), buckets.total());
            json.writeEndObject();
        });
    }

    private static Duration step(String granularity) {
        return switch (granularity) {
            case "minute" -> Duration.ofMinutes(1);
            case "day" -> Duration.ofDays(1);
            default -> Duration.ofHours(1);
        };
    }

    /** Counts by full steps of the clock; the first and the last are cut where the window is. */
    private static final class Buckets {

        private final long start;
        private final long end;
        private final long step;
        private final long[] counts;

        Buckets(IdBounds window, Duration step) {
            this.start = Snowflake.time(window.above() + 1).toEpochMilli();
            this.end = Math.max(start, Snowflake.time(window.below() - 1).toEpochMilli()) + 1;
            this.step = step.toMillis();
            this.counts = new long[(int) ((end - 1) / this.step - start / this.step) + 1];
        }

        void count(Instant time) {
            counts[(int) (time.toEpochMilli() / step - start / step)]++;
        }

        int size() {
            return counts.length;
        }

        /** Start of a bucket, which is the end of the one before it. */
        Instant start(int bucket) {
            return Instant.ofEpochMilli(Math.max(start, Math.min(end, (start / step + bucket) * step)));
        }

        long count(int bucket) {
            return counts[bucket];
        }

        long total() {
            return Arrays.stream(counts).sum();
        }
    }
}
