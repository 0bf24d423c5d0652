package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.response.Answer;
import io.hashlake.api.response.Responder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The resources over {@link FakeAnalytics}, without a server. */
public final class Api {

    public static final Instant NOW = FakeAnalytics.START.plus(Duration.ofHours(1));
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final FakeAnalytics analytics = new FakeAnalytics();
    final Responder responder = new Responder(CLOCK, ZONE);
    final HashtagsResource hashtags = new HashtagsResource(analytics, responder);
    final SelectionResource selection = new SelectionResource(analytics, responder);
    final PostsResource posts =
            new PostsResource(analytics, responder, new PostExport(analytics, 1, Duration.ofMinutes(1)));
    final UsersResource users = new UsersResource(analytics, responder);
    final OperationsResource operations = new OperationsResource(analytics, List::of, responder, CLOCK);
    final TotalsResource totals = new TotalsResource(analytics, responder);

    /** Something that can be asked, with what stands in the path of the request. */
    interface Endpoint {
        Answer ask(String path, Parameters parameters) throws IOException;
    }

    /** Every question of a resource, by name. */
    Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> all = new LinkedHashMap<>();
        all.put("totals", (path, parameters) -> totals.totals(parameters));
        all.put("hashtags", (path, parameters) -> hashtags.hashtags(parameters));
        all.put("hashtag", hashtags::one);
        for (String part : List.of("series", "top-posts", "authors", "co-occurring", "languages", "sentiment")) {
            all.put(part, (path, parameters) -> hashtags.about(path, parameters, new Parts(analytics).named(part)));
            all.put("selected " + part, (path, parameters) -> selection.part(part, parameters));
        }
        all.put("posts", (path, parameters) -> posts.posts(parameters));
        all.put("post", posts::history);
        all.put("users", (path, parameters) -> users.users(parameters));
        all.put("gaps", (path, parameters) -> operations.gaps(parameters));
        all.put("completeness", (path, parameters) -> operations.completeness(parameters));
        all.put("sources", (path, parameters) -> operations.sources(parameters));
        return all;
    }

    /** As in a query string, pairs of name and value. */
    public static Parameters parameters(String... pairs) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.merge(pairs[i], List.of(pairs[i + 1]), (one, other) -> List.of(one.get(0), other.get(0)));
        }
        return new Parameters(given, CLOCK, ZONE);
    }
}
