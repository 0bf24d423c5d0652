package io.hashlake.bench;

import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.SearchPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** X's search out of memory: pages as they come over HTTP, parsed as always, until so many posts were served. */
final class BenchSearch implements SearchApi {

    private static final int PAGES_A_WALK = 1_000;

    private final PageParser parser = new PageParser();
    private final PageTemplates templates;
    private final long limit;
    private long nextId = Snowflake.firstAt(Instant.now());
    private long walkNewest;
    private volatile long served;

    BenchSearch(PageTemplates templates, long limit) {
        this.templates = templates;
        this.limit = limit;
    }

    long served() {
        return served;
    }

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) {
        int number = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        if (number == 0) {
            nextId += PAGES_A_WALK * 100L;
            walkNewest = nextId;
        }
        PageTemplate template = templates.page(request.query(), number);
        if (served >= limit) {
            return new ApiResult.Ok<>(new SearchPage(
                    List.of(), List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
        }
        boolean last = number + 1 == PAGES_A_WALK;
        served += template.size();
        return new ApiResult.Ok<>(parse(template.withIds(walkNewest - number * 100L), request.origin(), last, number));
    }

    private SearchPage parse(byte[] json, String origin, boolean last, int number) {
        try {
            SearchPage page = parser.parse(json, origin, Instant.now());
            return new SearchPage(
                    page.tweets(),
                    page.rejected(),
                    page.partialErrors(),
                    page.newestId(),
                    page.oldestId(),
                    last ? Optional.empty() : Optional.of(Integer.toString(number + 1)));
        } catch (MalformedPageException e) {
            throw new IllegalStateException(e);
        }
    }
}
