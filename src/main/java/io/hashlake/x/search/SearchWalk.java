package io.hashlake.x.search;

import io.hashlake.core.Rejected;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.walk.MissingIds;
import io.hashlake.x.walk.PageWalk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One query's walk from the newest post down to where its sources rested before, page by page. */
final class SearchWalk {

    /** X lists a post at most this much after it was written; what is older is listed when a walk is over. */
    private static final Duration LISTED_AFTER = Duration.ofHours(1);

    static final String TOO_OLD = "recent search reaches back 7 days, and the cursor is older";
    private static final String SHORT_PAGE = "a page of X's held fewer posts than it announced";

    /** A page holds few posts of each source; what comes of several travels together. */
    private static final int PAGES_A_BATCH = 10;

    /** X allows 450 searches per 15 minutes: with a poll every 15 s, this many pages read again use up 300. */
    private static final int MAX_PAGES_AGAIN = 5;

    private final WalkServices services;
    private final Duration settling;
    private final String query;
    private final List<SearchSource> members;
    private final Map<String, List<SearchSource>> byHashtag = new LinkedHashMap<>();
    private int pages;
    private boolean isDoubtful;

    /** @param members those whose posts the query finds; their cursors stand near each other, or in the same walk */
    SearchWalk(WalkServices services, String query, List<SearchSource> members) {
        this.services = services;
        this.settling = services.settings().settling();
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

    /** Returns whether X returned a page, whatever became of those after it. */
    boolean isProgressing() {
        return pages > 0;
    }

    /** Returns whether the last walk of a member failed. */
    boolean isRetried() {
        return members.stream().anyMatch(member -> member.status() instanceof SourceStatus.Retrying);
    }

    /** Returns whether X neither returned more nor reported the end. */
    boolean isDoubtful() {
        return isDoubtful;
    }

    /**
     * Walks until the last page or the first answer that is none, and returns the last answer.
     *
     * @param started when the walk begins, by this machine's clock
     */
    ApiResult<SearchPage> run(Instant started) throws InterruptedException {
        long floor = Snowflake.firstAt(services.time().earliest().minus(LISTED_AFTER));
        Instant now = services.time().instant();
        boolean isToReachBack = isToReachBack(now);
        members.forEach(member -> member.beginWalk(now, isToReachBack));
        try {
            return walk(started, floor);
        } catch (IOException e) {
            members.forEach(SearchSource::takeBack);
            return new ApiResult.Retry<>(e.getMessage());
        } finally {
            members.forEach(member -> member.handOver(started));
        }
    }

    /** A walk reaches back where that costs few pages, and otherwise when one of its members is due. */
    private boolean isToReachBack(Instant now) {
        int unsettled = members.stream().mapToInt(SearchSource::unsettled).sum();
        return unsettled <= MAX_PAGES_AGAIN * services.settings().maxResults()
                || members.stream().anyMatch(member -> member.isReachingBackDue(now, settling));
    }

    private ApiResult<SearchPage> walk(Instant started, long floor) throws InterruptedException, IOException {
        SearchRequest first = firstRequest();
        if (first.untilId() > 0 && first.untilId() <= first.sinceId() + 1) {
            finish(false, floor);
            return new ApiResult.Ok<>(SearchPage.EMPTY);
        }
        boolean empty = true;
        PageWalk walk = services.search().walk(first, services.doubts());
        while (true) {
            if (!members.stream().allMatch(SearchSource::isHeld)) {
                return new ApiResult.Retry<>("another process may follow it by now");
            }
            ApiResult<SearchPage> answer = walk.next(this::bearers);
            if (!(answer instanceof ApiResult.Ok<SearchPage> ok)) {
                return answer;
            }
            declareMissing(walk.hole());
            collect(ok.value());
            empty &= ok.value().isEmpty();
            if (walk.isComplete()) {
                finish(empty, floor);
                return answer;
            }
            if (walk.isDoubtful()) {
                isDoubtful = true;
                return answer;
            }
            if (pages % PAGES_A_BATCH == 0) {
                members.forEach(member -> member.handOver(started));
            }
        }
    }

    private SearchRequest firstRequest() {
        SearchSettings settings = services.settings();
        long reached = members.stream().mapToLong(m -> m.above(settling)).min().orElseThrow();
        long since = Math.max(reached, settings.oldestSearchable(services.time().instant()));
        long until = members.get(0).cursor().until();
        return new SearchRequest(
                members.get(0).name(), settings.scope(), query, since, until, null, settings.maxResults());
    }

    /** Declares what was left out before anything after it is handed over. */
    private void declareMissing(Optional<MissingIds> hole) throws IOException {
        for (SearchSource member : members) {
            if (member.skippedFrom() > 0) {
                MissingIds skipped =
                        new MissingIds(member.skippedFrom(), member.cursor().since());
                services.gaps().declare(skipped.gap(member.name(), TOO_OLD));
                member.skippedIsDeclared();
            }
            if (hole.isPresent()) {
                services.gaps().declare(hole.get().gap(member.name(), SHORT_PAGE));
            }
        }
    }

    /**
     * Collects a page. What cannot be attributed goes to the first member. The payload of a page without new posts is
     * not kept.
     */
    private void collect(SearchPage page) {
        pages++;
        Map<SearchSource, List<Tweet>> posts = attribute(page.tweets());
        boolean hasNews = false;
        for (SearchSource member : members) {
            List<Rejected> rejected = member == members.get(0) ? page.rejected() : List.of();
            SearchCursor next = page.isEmpty() ? member.cursor() : after(member.cursor(), page);
            hasNews |= member.collect(posts.getOrDefault(member, List.of()), rejected, next, settling);
        }
        if (hasNews) {
            page.payload().ifPresent(members.get(0)::keep);
        }
    }

    /** No post lies ahead of X's time, and no cursor may. */
    private SearchCursor after(SearchCursor cursor, SearchPage page) {
        long newest = page.newestId().getAsLong();
        long oldest = page.oldestId().getAsLong();
        services.time().listed(newest);
        long latest = Snowflake.firstAt(services.time().instant().plus(XTime.TOLERATED));
        return cursor.afterPage(Math.max(oldest, Math.min(newest, latest)), oldest);
    }

    private void finish(boolean empty, long floor) {
        for (SearchSource member : members) {
            boolean isBelieved = member.believes(empty);
            if (isBelieved && empty) {
                member.restEmpty(floor);
            } else if (isBelieved) {
                member.rest(floor, settling);
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
                if (member.takes(tweet, settling)) {
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
