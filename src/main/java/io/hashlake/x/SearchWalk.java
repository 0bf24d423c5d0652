package io.hashlake.x;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One query's walk from the newest post down to where its sources rested before, page by page. */
final class SearchWalk {

    /** X lists a post at most this much after it was written; what is older is listed when a walk is over. */
    private static final Duration LISTED_AFTER = Duration.ofHours(1);

    /** A page holds few posts of each source; what comes of several travels together. */
    private static final int PAGES_A_BATCH = 10;

    private final MeteredSearch search;
    private final SearchSettings settings;
    private final String query;
    private final List<SearchSource> members;
    private final Map<String, List<SearchSource>> byHashtag = new LinkedHashMap<>();
    private int pages;

    /** @param members those whose posts the query finds; their cursors stand near each other, or in the same walk */
    SearchWalk(MeteredSearch search, SearchSettings settings, String query, List<SearchSource> members) {
        this.search = search;
        this.settings = settings;
        this.query = query;
        this.members = members;
        for (SearchSource member : members) {
            for (Hashtag hashtag : member.query().hashtags()) {
                byHashtag
                        .computeIfAbsent(hashtag.searchForm(), form -> new ArrayList<>())
                        .add(member);
            }
        }
    }

    List<SearchSource> members() {
        return members;
    }

    /** Whether X gave a page, whatever became of those after it. */
    boolean isProgressing() {
        return pages > 0;
    }

    /** Whether the last walk of one of them failed. */
    boolean isRetried() {
        return members.stream().anyMatch(member -> member.status() instanceof SourceStatus.Retrying);
    }

    /**
     * Walks until the last page or the first answer that is none, and returns the last answer.
     *
     * @param started when the walk begins
     */
    Answer<SearchPage> run(Instant started) throws InterruptedException {
        try {
            return walk(started);
        } finally {
            members.forEach(member -> member.handOver(started));
        }
    }

    private Answer<SearchPage> walk(Instant started) throws InterruptedException {
        long since = members.stream().mapToLong(m -> m.cursor().since()).min().orElseThrow();
        long until = members.get(0).cursor().until();
        boolean empty = true;
        PageWalk walk = search.walk(new SearchRequest(
                members.get(0).name(), settings.scope(), query, since, until, null, settings.maxResults()));
        while (true) {
            if (!members.stream().allMatch(SearchSource::isHeld)) {
                return new Answer.Retry<>("another process may follow it by now");
            }
            Answer<SearchPage> answer = walk.next(this::bearers);
            if (!(answer instanceof Answer.Ok<SearchPage> ok)) {
                return answer;
            }
            SearchPage page = ok.value();
            pages++;
            collect(page);
            empty &= page.newestId().isEmpty();
            if (walk.isComplete()) {
                finish(empty, Snowflake.firstAt(started.minus(LISTED_AFTER)));
                return answer;
            }
            if (pages % PAGES_A_BATCH == 0) {
                members.forEach(member -> member.handOver(started));
            }
        }
    }

    /** What cannot be said to be one member's is the first one's. A page without posts is not worth keeping. */
    private void collect(SearchPage page) {
        if (page.newestId().isPresent()) {
            page.payload().ifPresent(members.get(0)::keep);
        }
        Map<SearchSource, List<Tweet>> posts = attribute(page.tweets());
        for (SearchSource member : members) {
            List<Rejected> rejected = member == members.get(0) ? page.rejected() : List.of();
            SearchCursor next = page.newestId().isEmpty()
                    ? member.cursor()
                    : member.cursor()
                            .afterPage(
                                    page.newestId().getAsLong(), page.oldestId().getAsLong());
            member.collect(posts.getOrDefault(member, List.of()), rejected, next);
        }
    }

    private void finish(boolean empty, long floor) {
        for (SearchSource member : members) {
            if (member.believes(empty)) {
                member.rest(floor);
            }
        }
    }

    /** A post that belongs to several is the first one's to bear. */
    private Map<String, Integer> bearers(List<Tweet> tweets) {
        Map<String, Integer> bearers = new HashMap<>();
        for (Tweet tweet : tweets) {
            bearers.merge(ownersOf(tweet).iterator().next().name(), 1, Integer::sum);
        }
        return bearers;
    }

    private Map<SearchSource, List<Tweet>> attribute(List<Tweet> tweets) {
        Map<SearchSource, List<Tweet>> posts = new LinkedHashMap<>();
        for (Tweet tweet : tweets) {
            for (SearchSource member : ownersOf(tweet)) {
                if (tweet.id() > member.cursor().since()) {
                    posts.computeIfAbsent(member, m -> new ArrayList<>()).add(member.claim(tweet));
                }
            }
        }
        return posts;
    }

    /** A post in which none of the hashtags can be seen (X looks into more than it returns) is the first member's. */
    private Set<SearchSource> ownersOf(Tweet tweet) {
        if (members.size() == 1) {
            return Set.of(members.get(0));
        }
        Set<SearchSource> owners = new LinkedHashSet<>();
        for (Hashtag hashtag : tweet.entities().hashtags()) {
            owners.addAll(byHashtag.getOrDefault(hashtag.searchForm(), List.of()));
        }
        return owners.isEmpty() ? Set.of(members.get(0)) : owners;
    }
}
