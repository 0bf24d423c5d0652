package io.hashlake.camel;

import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.twitter.search.TwitterSearchEndpoint;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.TwitterObjectFactory;
import twitter4j.v1.Query;
import twitter4j.v1.Status;

/**
 * Searches with the client of a {@code twitter-search:} endpoint, that is X's version 1.1, page by page. The endpoint itself
 * is not asked: camel-twitter 4.14 drops since_id, max_id and count, as the client's queries became immutable. For one thread.
 */
final class TwitterSearchApi implements SearchApi {

    private final Twitter twitter;
    private final XTime time;
    private final PageParser parser = new PageParser();

    TwitterSearchApi(CamelContext camel, String uri, XTime time) {
        this.twitter = camel.getEndpoint(uri, TwitterSearchEndpoint.class)
                .getProperties()
                .getTwitter();
        this.time = time;
    }

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) {
        try {
            return new ApiResult.Ok<>(
                    page(twitter.v1().search().search(query(request)).getTweets(), request));
        } catch (TwitterException e) {
            return TwitterResult.of(e, time.machine());
        } catch (MalformedPageException e) {
            return new ApiResult.Retry<>("version 1.1 gave an answer that is " + e.getMessage());
        }
    }

    private static Query query(SearchRequest request) {
        Query query = Query.of(request.query())
                .resultType(Query.RECENT)
                .count(request.maxResults())
                .sinceId(Math.max(1, request.sinceId()));
        if (request.nextToken() != null) {
            return query.maxId(Long.parseLong(request.nextToken()));
        }
        return request.untilId() > 0 ? query.maxId(request.untilId() - 1) : query;
    }

    /** The next page ends before this one's oldest; only an empty page is the last, since X leaves posts out of a page. */
    private SearchPage page(List<Status> statuses, SearchRequest request) throws MalformedPageException {
        // What a client keeps of an answer it keeps for the thread that asked.
        String json =
                statuses.stream().map(TwitterObjectFactory::getRawJSON).collect(Collectors.joining(",", "[", "]"));
        SearchPage page = parser.parseLine(json.getBytes(StandardCharsets.UTF_8), request.origin(), time.machine());
        Optional<String> before = statuses.stream()
                .map(status -> status.getId() - 1)
                .min(Long::compare)
                .map(id -> Long.toString(id));
        return new SearchPage(
                page.tweets(), page.rejected(), page.partialErrors(), page.newestId(), page.oldestId(), before);
    }
}
