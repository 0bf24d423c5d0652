package io.hashlake.bench;

import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real pages of the simulator, kept in memory, by query. */
final class PageTemplates implements AutoCloseable {

    private static final int PAGES = 10;
    private static final String FIELDS = "&max_results=100"
            + "&tweet.fields=author_id,context_annotations,conversation_id,created_at,edit_history_tweet_ids,entities,geo,"
            + "in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,referenced_tweets,source,withheld"
            + "&expansions=author_id,geo.place_id,referenced_tweets.id"
            + "&user.fields=created_at,description,location,name,profile_image_url,protected,public_metrics,url,username,"
            + "verified,verified_type&place.fields=country_code,full_name,place_type";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, List<PageTemplate>> pages = new ConcurrentHashMap<>();
    private final Simulator simulator;
    private final List<String> hashtags;

    PageTemplates() throws IOException {
        SimulatorSettings settings = TestSimulator.settings()
                .withPostsPerSecond(200)
                .withHistory(Duration.ofMinutes(10))
                .withRateLimits(RateLimits.NONE);
        this.hashtags = settings.world().hashtags();
        this.simulator = Simulator.start(settings, Clock.systemUTC(), 0);
    }

    List<String> hashtags() {
        return hashtags;
    }

    /** The template of the page with this number, for a query that was asked before or is asked now. */
    PageTemplate page(String query, int number) {
        List<PageTemplate> found = pages.computeIfAbsent(query, this::fetch);
        return found.get(number % found.size());
    }

    private List<PageTemplate> fetch(String query) {
        List<PageTemplate> found = new ArrayList<>();
        String token = "";
        try {
            while (found.size() < PAGES && token != null) {
                PageTemplate page = new PageTemplate(get(query, token));
                if (page.size() == 0) {
                    break;
                }
                found.add(page);
                token = page.nextToken();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the simulator does not answer", e);
        }
        return found;
    }

    private byte[] get(String query, String token) throws IOException, InterruptedException {
        String more = token.isEmpty() ? "" : "&next_token=" + token;
        URI uri = URI.create(simulator.baseUri() + "/2/tweets/search/recent?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8) + FIELDS + more);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
