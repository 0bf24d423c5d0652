package io.hashlake.bench;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.query.PackedQuery;
import io.hashlake.x.query.QueryPacker;
import io.hashlake.x.query.SearchQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the benchmark follows. */
final class BenchQueries {

    private BenchQueries() {}

    static List<SearchQuery> packed(List<String> hashtags) {
        return new QueryPacker()
                .pack(hashtags.stream().map(tag -> new SearchQuery("#" + tag)).toList()).stream()
                        .map(PackedQuery::text)
                        .map(SearchQuery::new)
                        .toList();
    }

    /** The tweets, in the partition of each of their hashtags that the query asks for. */
    static List<Tweet> attributed(List<Tweet> tweets, SearchQuery query) {
        Set<String> followed = query.hashtags().stream().map(Hashtag::canonical).collect(Collectors.toSet());
        return tweets.stream()
                .map(tweet -> tweet.followedBy(tweet.entities().hashtags().stream()
                        .map(Hashtag::canonical)
                        .filter(followed::contains)
                        .toList()))
                .toList();
    }

    static String routes(List<String> hashtags) {
        return hashtags.stream().map(tag -> """
                        - templatedRoute:
                            routeId: %1$s
                            routeTemplateRef: x-search
                            parameters:
                              - name: hashtag
                                value: %1$s
                        """.formatted(tag)).collect(Collectors.joining());
    }
}
