package io.hashlake.simulator.api;

import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.feed.Sample;
import io.hashlake.simulator.feed.StreamContent;
import io.hashlake.simulator.request.FieldNames;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.stream.ServedStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /2/tweets/search/stream} and {@code /2/tweets/sample/stream}. */
final class StreamEndpoint implements SimulatedEndpoint {

    static final String FILTERED = "/2/tweets/search/stream";
    static final String SAMPLE = "/2/tweets/sample/stream";

    private static final int MAX_BACKFILL = 5;
    private static final List<String> PARAMETERS = FieldNames.names(
            "backfill_minutes tweet.fields expansions media.fields poll.fields user.fields place.fields");

    /** Never seen: a fault drops the connection instead. */
    private static final CompleteReply DROPPED = CompleteReply.json(200, json -> {});

    private final String path;
    private final SimulatorSettings settings;
    private final RuleBook rules;
    private final ServedStreams connections;
    private final SimulatorVocabulary vocabulary;

    StreamEndpoint(String path, SimulatorSettings settings, RuleBook rules, ServedStreams connections) {
        this.path = path;
        this.settings = settings;
        this.rules = rules;
        this.connections = connections;
        this.vocabulary = new VocabularyDetector(settings.vocabularies()).otherwise();
    }

    @Override
    public int limit() {
        return 50;
    }

    @Override
    public boolean canFail(FaultKind kind) {
        return kind.stage() == FaultKind.Stage.REFUSAL || kind == FaultKind.RESET;
    }

    /** Streams ask in the older vocabulary even where they are answered in the newer. */
    @Override
    public SimulatedReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        parameters.allowOnly(PARAMETERS);
        FieldSelection selection =
                FieldSelection.parse(parameters, SimulatorVocabulary.TWEET).in(vocabulary);
        Instant from = request.now().minus(backfill(parameters));
        if (isFiltered() && rules.rules().isEmpty()) {
            return ErrorReplies.noRules(vocabulary);
        }
        if (request.fault().isPresent()) {
            return DROPPED;
        }
        return connections
                .open(path, new ServedStreams.Wish(selection, feed(request.now()), from))
                .<SimulatedReply>map(OpenStream::new)
                .orElseGet(() -> ErrorReplies.tooManyConnections(vocabulary));
    }

    private boolean isFiltered() {
        return path.equals(FILTERED);
    }

    private Duration backfill(RequestParameters parameters) {
        int minutes = parameters.integer("backfill_minutes", 0, MAX_BACKFILL, 0);
        if (minutes > 0 && !settings.streams().backfill()) {
            throw parameters.invalid("backfill_minutes", "is not available to your client app");
        }
        return Duration.ofMinutes(minutes);
    }

    private StreamContent feed(Instant opened) {
        StreamContent.Filter sample = new Sample(settings);
        return isFiltered() ? now -> rules.seenBy(opened, now) : now -> sample;
    }
}
