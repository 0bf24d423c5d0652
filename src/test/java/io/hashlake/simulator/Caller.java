package io.hashlake.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A plain client, for tests. Parameters are written {@code name=value}, not encoded. */
public final class Caller {

    /** When clocks of tests begin. */
    public static final Instant START = Instant.parse("2026-11-22T10:17:31.250Z");

    static final String SEARCH = "/2/tweets/search/recent";
    static final String STREAM = "/2/tweets/search/stream";
    static final String SAMPLE = "/2/tweets/sample/stream";
    static final String RULES = STREAM + "/rules";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    Caller(Simulator simulator) {
        this.base = simulator.baseUri();
    }

    HttpResponse<byte[]> get(String path, String... parameters) {
        return send(HttpRequest.newBuilder(uri(path, parameters)).build());
    }

    HttpResponse<byte[]> post(String path, String body, String... parameters) {
        return send(HttpRequest.newBuilder(uri(path, parameters))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<byte[]> delete(String path) {
        return send(HttpRequest.newBuilder(uri(path)).DELETE().build());
    }

    /** Adds rules, each {@code tag=value}; returns what is answered. */
    HttpResponse<byte[]> addRules(String... rules) {
        ArrayNode add = JSON.createArrayNode();
        for (String rule : rules) {
            int equals = rule.indexOf('=');
            add.addObject().put("tag", rule.substring(0, equals)).put("value", rule.substring(equals + 1));
        }
        return post(RULES, JSON.createObjectNode().set("add", add).toString());
    }

    StreamClient stream(String path, String... parameters) {
        return new StreamClient(uri(path, parameters));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path, String... parameters) {
        return json(get(path, parameters));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages of a search. */
    List<JsonNode> pages(String... parameters) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode token;
        do {
            JsonNode page = json(SEARCH, withToken(parameters, pages));
            pages.add(page);
            token = page.path("meta").path("next_token");
        } while (!token.isMissingNode());
        return pages;
    }

    /** Ids of all items of all pages of a search. */
    List<Long> ids(String... parameters) {
        return pages(parameters).stream().flatMap(page -> ids(page).stream()).toList();
    }

    static List<Long> ids(JsonNode page) {
        List<Long> ids = new ArrayList<>();
        page.path("data").forEach(post -> ids.add(post.get("id").asLong()));
        return ids;
    }

    URI uri(String path, String... parameters) {
        String query = Arrays.stream(parameters).map(Caller::encoded).collect(Collectors.joining("&"));
        return URI.create(base + path + "?" + query);
    }

    private static String[] withToken(String[] parameters, List<JsonNode> pages) {
        if (pages.isEmpty()) {
            return parameters;
        }
        JsonNode meta = pages.get(pages.size() - 1).get("meta");
        String[] more = Arrays.copyOf(parameters, parameters.length + 1);
        more[parameters.length] = "next_token=" + meta.get("next_token").asText();
        return more;
    }

    private static String encoded(String parameter) {
        int equals = parameter.indexOf('=');
        return parameter.substring(0, equals + 1)
                + URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
    }
}
