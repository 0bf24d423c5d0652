package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.json.LegacyJson;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.query.QueryParser;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.request.Narrowing;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.truth.Search;
import io.hashlake.simulator.truth.Served;
import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.World;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /1.1/search/tweets.json}, as X had it before its version 2. It returns reposts, and answers in errors of its own.
 * Parameters that it does not know are ignored.
 */
final class LegacySearchEndpoint implements SimulatedEndpoint {

    private static final int MOST = 100;
    private static final int USUAL = 15;

    private final World world;
    private final Search search;

    LegacySearchEndpoint(World world, Search search) {
        this.world = world;
        this.search = search;
    }

    @Override
    public int limit() {
        return 180;
    }

    @Override
    public boolean isLegacy() {
        return true;
    }

    @Override
    public SimulatedReply answer(Request request) {
        RequestParameters parameters = request.parameters();
        Asked asked = new Asked(
                parameters.text("q").orElse(""),
                parameters.text("lang").orElse(""),
                parameters.integer("count", 1, MOST, USUAL),
                parameters.id("since_id").orElse(0L),
                parameters.id("max_id").orElse(Long.MAX_VALUE - 1),
                parameters.oneOf("tweet_mode", List.of("compat", "extended"), "compat"));
        IdBounds window = IdBounds.until(request.now())
                .from(request.now().minus(Narrowing.RECENT))
                .above(asked.since())
                .below(asked.max() + 1);
        Search.Page page = search.page(asked.parsed(), window, request.now(), asked.count());
        return CompleteReply.json(200, json -> write(json, page, asked, request))
                .serving(Served.posts(page.posts().stream().map(Plan::number).toList()));
    }

    /** Parameters of a request. */
    private record Asked(String query, String language, int count, long since, long max, String mode) {

        ParsedQuery parsed() {
            try {
                ParsedQuery parsed = QueryParser.parse(query, Folding.SEARCH);
                return language.isEmpty()
                        ? parsed
                        : new ParsedQuery.And(List.of(parsed, new ParsedQuery.Written(language)));
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException("q", query, e.getMessage());
            }
        }
    }

    private void write(JsonGenerator json, Search.Page page, Asked asked, Request request) throws IOException {
        LegacyJson writer = new LegacyJson(world, asked.mode().equals("extended"), request.now());
        json.writeArrayFieldStart("statuses");
        for (Plan plan : page.posts()) {
            writer.write(json, world.post(plan));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("search_metadata");
        writeMetadata(json, page, asked);
        json.writeEndObject();
    }

    private void writeMetadata(JsonGenerator json, Search.Page page, Asked asked) throws IOException {
        String query = URLEncoder.encode(asked.query(), StandardCharsets.UTF_8);
        long newest = page.posts().isEmpty()
                ? asked.since()
                : world.timeline().id(page.posts().get(0).number());
        json.writeNumberField("completed_in", 0.02);
        LegacyJson.writeId(json, "max_id", newest);
        json.writeStringField("query", query);
        json.writeStringField("refresh_url", "?since_id=" + newest + "&q=" + query + "&include_entities=1");
        if (page.resumeBelow() > 0) {
            json.writeStringField(
                    "next_results",
                    "?max_id=" + (page.resumeBelow() - 1) + "&q=" + query + "&count=" + asked.count()
                            + "&include_entities=1");
        }
        json.writeNumberField("count", asked.count());
        LegacyJson.writeId(json, "since_id", asked.since());
    }
}
