package io.hashlake.simulator.api;

import io.hashlake.simulator.feed.Feed;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.feed.Sample;
import io.hashlake.simulator.request.FieldNames;
import io.hashlake.simulator.request.Parameters;
import io.hashlake.simulator.request.Selection;
import io.hashlake.simulator.request.VocabularyChoice;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.Vocabulary;
import io.hashlake.simulator.stream.Connections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /2/tweets/search/stream} and {@code /2/tweets/sample/stream}. */
final class StreamEndpoint implements Endpoint {

    static final String FILTERED = "/2/tweets/search/stream";
    static final String SAMPLE = "/2/tweets/sample/stream";

    private static final int MAX_BACKFILL = 5;
    private static final List<String> PARAMETERS = FieldNames.names(
            "backfill_minutes tweet.fields expansions media.fields poll.fields user.fields place.fields");

    /** Never seen: a fault drops the connection instead. */
    private static final Answer DROPPED = Answer.json(200, json -> {});

    private final String path;
    private final SimulatorSettings settings;
    private final RuleBook rules;
    private final Connections connections;
    private final Vocabulary vocabulary;

    StreamEndpoint(String path, SimulatorSettings settings, RuleBook rules, Connections connections) {
        this.path = path;
        this.settings = settings;
        this.rules = rules;
        this.connections = connections;
        this.vocabulary = new VocabularyChoice(settings.vocabularies()).otherwise();
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
    public Reply answer(Request request) {
        Parameters parameters = request.parameters();
        parameters.allowOnly(PARAMETERS);
        Selection selection = Selection.parse(parameters, Vocabulary.TWEET).in(vocabulary);
        Instant from = request.now().minus(backfill(parameters));
        if (isFiltered() && rules.rules().isEmpty()) {
            return Problems.noRules(vocabulary);
        }
        if (request.fault().isPresent()) {
            return DROPPED;
        }
        return connections
                .open(path, new Connections.Wish(selection, feed(request.now()), from))
                .<Reply>map(OpenStream::new)
                .orElseGet(() -> Problems.tooManyConnections(vocabulary));
    }

    private boolean isFiltered() {
        return path.equals(FILTERED);
    }

    private Duration backfill(Parameters parameters) {
        int minutes = parameters.integer("backfill_minutes", 0, MAX_BACKFILL, 0);
        if (minutes > 0 && !settings.streams().backfill()) {
            throw parameters.invalid("backfill_minutes", "is not available to your client app");
        }
        return Duration.ofMinutes(minutes);
    }

    private Feed feed(Instant opened) {
        Feed.Filter sample = new Sample(settings);
        return isFiltered() ? now -> rules.seenBy(opened, now) : now -> sample;
    }
}
