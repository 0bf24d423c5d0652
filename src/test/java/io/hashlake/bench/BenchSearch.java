package io.hashlake.bench;

import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** X's search out of files: pages as they come over HTTP, parsed as always, until so many posts were served. */
final class BenchSearch implements SearchApi {

    private static final SearchPage NOTHING =
            new SearchPage(List.of(), List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    private final PageParser parser = new PageParser();
    private final BenchPages pages;
    private final long limit;
    private final Map<String, DataInputStream> walks = new ConcurrentHashMap<>();
    private long nextId = Snowflake.firstAt(Instant.now());
    private long end;
    private volatile long served;

    BenchSearch(BenchPages pages, long limit) {
        this.pages = pages;
        this.limit = limit;
    }

    long served() {
        return served;
    }

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) {
        if (served >= limit) {
            return new ApiResult.Ok<>(NOTHING);
        }
        try {
            return new ApiResult.Ok<>(next(request));
        } catch (IOException | MalformedPageException e) {
            throw new IllegalStateException(e);
        }
    }

    private SearchPage next(SearchRequest request) throws IOException, MalformedPageException {
        String query = request.query();
        int number = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        if (number == 0) {
            beginWalk(query);
        }
        BenchPage page = BenchPage.read(walks.get(query));
        served += page.posts();
        SearchPage parsed = parser.parse(page.withIdsBelow(end), request.origin(), Instant.now());
        end -= page.posts();
        boolean last = number + 1 == pages.count(query);
        return new SearchPage(
                parsed.tweets(),
                parsed.rejected(),
                parsed.partialErrors(),
                parsed.newestId(),
                parsed.oldestId(),
                last ? Optional.empty() : Optional.of(Integer.toString(number + 1)));
    }

    private void beginWalk(String query) throws IOException {
        DataInputStream before = walks.put(query, pages.open(query));
        if (before != null) {
            before.close();
        }
        nextId += (long) pages.count(query) * BenchPages.POSTS_PER_PAGE;
        end = nextId;
    }
}
