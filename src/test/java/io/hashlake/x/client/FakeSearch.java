package io.hashlake.x.client;

import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A search over posts in memory, newest first, that can be told what to answer instead. */
public final class FakeSearch implements SearchApi {

    public final List<Tweet> posts = new java.util.concurrent.CopyOnWriteArrayList<>();
    public final List<SearchRequest> requests = new java.util.concurrent.CopyOnWriteArrayList<>();
    public final Deque<ApiResult<SearchPage>> instead = new ArrayDeque<>();

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) {
        requests.add(request);
        if (!instead.isEmpty()) {
            return instead.remove();
        }
        SearchQuery query = new SearchQuery(request.query());
        List<Tweet> found = posts.stream()
                .filter(post -> post.id() > request.sinceId())
                .filter(post -> request.untilId() == 0 || post.id() < request.untilId())
                .filter(query::matches)
                .sorted(Comparator.comparing(Tweet::id).reversed())
                .toList();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(found.size(), from + request.maxResults());
        List<Tweet> page = found.subList(from, to);
        return new ApiResult.Ok<>(new SearchPage(
                page,
                List.of(),
                0,
                page.stream().mapToLong(Tweet::id).max(),
                page.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(page.get(page.size() - 1).id()),
                to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty()));
    }
}
