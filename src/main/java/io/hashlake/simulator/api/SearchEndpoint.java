package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.json.Includes;
import io.hashlake.simulator.json.PostJson;
import io.hashlake.simulator.json.TimestampWriter;
import io.hashlake.simulator.request.FieldNames;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.request.Narrowing;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code /2/tweets/search/recent} and {@code /2/tweets/search/all}. */
final class SearchEndpoint implements SimulatedEndpoint {

    private static final int LEAST = 10;
    private static final int HUGE = 5_000_000;

    private final World world;
    private final Pages pages;
    private final VocabularyDetector vocabularies;
    private final Duration lag;
    private final boolean isRecent;
    private final boolean isAllowed;
    private final AtomicInteger serials = new AtomicInteger();

    SearchEndpoint(World world, Pages pages, SimulatorSettings settings, boolean isRecent) {
        this.world = world;
        this.pages = pages;
        this.vocabularies = new VocabularyDetector(settings.vocabularies());
        this.lag = settings.lag();
        this.isRecent = isRecent;
        this.isAllowed = isRecent || settings.fullArchive();
    }

    @Override
    public int limit() {
        return isRecent ? 450 : 300;
    }

    @Override
    public boolean isSlow() {
        return !isRecent;
    }

    @Override
    public boolean canFail(FaultKind kind) {
        return kind.stage() == FaultKind.Stage.PAGE || SimulatedEndpoint.super.canFail(kind);
    }

    @Override
    public CompleteReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        SimulatorVocabulary vocabulary = vocabularies.of(parameters);
        if (!isAllowed) {
            return ErrorReplies.forbidden(vocabulary);
        }
        parameters.allowOnly(FieldNames.searchParameters(vocabulary));
        parameters.oneOf("sort_order", List.of("recency", "relevancy"), "recency");
        int most = parameters.integer("max_results", LEAST, isRecent ? 100 : 500, LEAST);
        FieldSelection selection = FieldSelection.parse(parameters, vocabulary);
        Narrowing asked = Narrowing.parse(parameters, request.now(), lag, isRecent);
        Pages.Page page = request.fault()
                .filter(FaultKind.EMPTY_PAGE::equals)
                .map(empty -> pages.empty(asked))
                .orElseGet(() -> pages.page(asked, request.now(), most));
        Pages.Page spoiled = request.fault()
                .map(fault -> page.spoiled(fault, asked, serials.incrementAndGet()))
                .orElse(page);
        Includes includes = new Includes(world, selection, request.now());
        Asked question = new Asked(asked, selection, request.now(), request.fault());
        return CompleteReply.json(200, json -> write(json, spoiled, question, includes))
                .serving(includes.servedWith(
                        spoiled.plans().stream().map(Plan::number).toList()));
    }

    /** All that the answer depends on beside the page. */
    private record Asked(Narrowing narrowing, FieldSelection selection, Instant now, Optional<FaultKind> fault) {

        boolean isSpoiledBy(FaultKind kind) {
            return fault.filter(kind::equals).isPresent();
        }
    }

    private void write(JsonGenerator json, Pages.Page page, Asked asked, Includes includes) throws IOException {
        if (!page.plans().isEmpty()) {
            writePosts(json, page, asked, includes);
        }
        includes.write(json);
        if (asked.isSpoiledBy(FaultKind.PARTIAL_ERRORS)) {
            writeErrors(json, page, asked.selection().vocabulary());
        }
        writeMeta(json, page, asked);
    }

    private void writePosts(JsonGenerator json, Pages.Page page, Asked asked, Includes includes) throws IOException {
        PostJson writer = new PostJson(world, asked.selection(), asked.now());
        json.writeArrayFieldStart("data");
        for (Plan plan : page.plans()) {
            Post post = world.post(plan);
            includes.add(post);
            writer.write(json, post);
        }
        if (asked.isSpoiledBy(FaultKind.BROKEN_TWEET)) {
            writeStranger(json, page, null);
        } else if (asked.isSpoiledBy(FaultKind.HUGE_TWEET)) {
            writeStranger(json, page, "a".repeat(HUGE));
        }
        json.writeEndArray();
    }

    /** Writes an item that is no post of the world, next to the last one. */
    private void writeStranger(JsonGenerator json, Pages.Page page, String text) throws IOException {
        long neighbour = id(page.plans().get(page.plans().size() - 1));
        json.writeStartObject();
        json.writeStringField("id", Long.toString(neighbour + 1));
        json.writeStringField(
                "created_at",
                TimestampWriter.format(
                        world.timeline().createdAt(world.timeline().number(neighbour))));
        json.writeStringField("author_id", "1");
        if (text != null) {
            json.writeStringField("text", text);
        }
        json.writeEndObject();
    }

    private void writeErrors(JsonGenerator json, Pages.Page page, SimulatorVocabulary vocabulary) throws IOException {
        String lost = Long.toString(page.plans().isEmpty() ? 1 : id(page.plans().get(0)) + 1);
        String parameter = vocabulary.name("referenced_tweets.id");
        json.writeArrayFieldStart("errors");
        json.writeStartObject();
        json.writeStringField("value", lost);
        json.writeStringField("detail", "Could not find tweet with " + parameter + ": [" + lost + "].");
        json.writeStringField("title", "Not Found Error");
        json.writeStringField("resource_type", vocabulary.name("tweet"));
        json.writeStringField("parameter", parameter);
        json.writeStringField("resource_id", lost);
        json.writeStringField("type", vocabulary.problem("resource-not-found"));
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeMeta(JsonGenerator json, Pages.Page page, Asked asked) throws IOException {
        boolean isEmptyMeta = asked.isSpoiledBy(FaultKind.EMPTY_META);
        json.writeObjectFieldStart("meta");
        if (!page.plans().isEmpty()) {
            long[] ids = page.plans().stream().mapToLong(this::id).sorted().toArray();
            json.writeStringField("newest_id", Long.toString(ids[ids.length - 1]));
            json.writeStringField("oldest_id", Long.toString(ids[0]));
        }
        json.writeNumberField("result_count", page.count());
        if (page.next() != null && !isEmptyMeta) {
            json.writeStringField(
                    "next_token", page.next().text(asked.narrowing().text()));
        }
        if (isEmptyMeta) {
            writeEmptyMeta(json, page.plans().isEmpty());
        }
        json.writeEndObject();
    }

    /** X's own emulator writes so. */
    private static void writeEmptyMeta(JsonGenerator json, boolean isEmptyPage) throws IOException {
        json.writeStringField("next_token", "");
        if (isEmptyPage) {
            json.writeStringField("newest_id", "");
            json.writeStringField("oldest_id", "");
        }
    }

    private long id(Plan plan) {
        return world.timeline().id(plan.number());
    }
}
