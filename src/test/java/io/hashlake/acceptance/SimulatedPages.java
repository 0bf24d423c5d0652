package io.hashlake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The simulator's answers to one search, page by page. */
final class SimulatedPages {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WANTED = "&max_results=100"
            + "&tweet.fields=created_at,lang,entities,public_metrics,author_id,edit_history_tweet_ids,note_tweet"
            + "&expansions=author_id&user.fields=public_metrics,username,name,verified";

    private final String search;

    SimulatedPages(Simulator simulator, List<String> hashtags) {
        String query = hashtags.stream().map(hashtag -> "#" + hashtag).collect(Collectors.joining(" OR "));
        search = simulator.baseUri() + "/2/tweets/search/recent?query="
                + URLEncoder.encode("(" + query + ")", StandardCharsets.UTF_8) + WANTED;
    }

    /** Every page, each in one line. */
    List<String> all() throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = page(next);
            pages.add(page.toString());
            next = page.at("/meta/next_token").asText("");
        } while (!next.isEmpty());
        return pages;
    }

    private JsonNode page(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(search + (token.isEmpty() ? "" : "&next_token=" + token)))
                .header("Authorization", "Bearer test")
                .build();
        String body = HTTP.send(request, BodyHandlers.ofString()).body();
        JsonNode page = JSON.readTree(body);
        if (!page.has("meta")) {
            throw new IOException("no page: " + body);
        }
        return page;
    }
}
