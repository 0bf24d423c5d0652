package io.hashlake.x.query;

import io.hashlake.tweet.Hashtag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Packs queries into few requests: {@code #a OR #b OR #c}.
 *
 * <p>It is bin packing by first fit in decreasing length. A request that is not the last has no room for the next hashtag,
 * so what is wasted in each is less than the longest hashtag packed after it: with single hashtags of usual length the result
 * equals the lower bound (all text divided by the limit) or lies one above it. In the worst case, for queries that share no
 * hashtags, it is 11/9 of the optimum plus one.
 */
public final class QueryPacker {

    private static final String OR = " OR ";

    private final int limit;

    /** Packs up to {@link SearchQuery#DEFAULT_LIMIT}. */
    public QueryPacker() {
        this(SearchQuery.DEFAULT_LIMIT);
    }

    /** Packs up to {@code limit} characters, counted in UTF-16 units: never fewer than X counts. */
    public QueryPacker(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit is " + limit + " characters, but it must be 1 or more");
        }
        this.limit = limit;
    }

    /**
     * The requests that stand for all of these queries, each once. What cannot share a request, or is too long to, comes
     * as it is. The result does not depend on the order of the queries.
     */
    public List<PackedQuery> pack(List<SearchQuery> queries) {
        List<SearchQuery> sorted = queries.stream()
                .distinct()
                .sorted(Comparator.comparing((SearchQuery query) -> -length(query))
                        .thenComparing(SearchQuery::text))
                .toList();
        List<Bin> bins = new ArrayList<>();
        List<PackedQuery> alone = new ArrayList<>();
        for (SearchQuery query : sorted) {
            if (!query.isPackable() || length(query) > limit) {
                alone.add(new PackedQuery(query.text(), List.of(query)));
            } else if (bins.stream().noneMatch(bin -> bin.takes(query))) {
                bins.add(new Bin(query));
            }
        }
        List<PackedQuery> packed = bins.stream().map(Bin::toQuery).collect(Collectors.toCollection(ArrayList::new));
        packed.addAll(alone);
        return List.copyOf(packed);
    }

    private static int length(SearchQuery query) {
        return query.hashtags().stream().mapToInt(QueryPacker::cost).sum() - OR.length();
    }

    private static int cost(Hashtag hashtag) {
        return 1 + hashtag.text().length() + OR.length();
    }

    private final class Bin {

        private final Map<String, Hashtag> hashtags = new LinkedHashMap<>();
        private final List<SearchQuery> members = new ArrayList<>();
        private int length = -OR.length();

        Bin(SearchQuery first) {
            add(first);
        }

        boolean takes(SearchQuery query) {
            int more = query.hashtags().stream()
                    .filter(hashtag -> !hashtags.containsKey(hashtag.canonical()))
                    .mapToInt(QueryPacker::cost)
                    .sum();
            if (length + more > limit) {
                return false;
            }
            add(query);
            return true;
        }

        private void add(SearchQuery query) {
            members.add(query);
            for (Hashtag hashtag : query.hashtags()) {
                if (hashtags.putIfAbsent(hashtag.canonical(), hashtag) == null) {
                    length += cost(hashtag);
                }
            }
        }

        PackedQuery toQuery() {
            String text = hashtags.values().stream()
                    .map(hashtag -> "#" + hashtag.text())
                    .collect(Collectors.joining(OR));
            return new PackedQuery(text, members);
        }
    }
}
