package io.hashlake.x.search;

import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.json.SearchPage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** An X in memory that lists posts late and answers wrongly now and then, or always. */
final class WrongX implements SearchApi {

    /** Ways in which an answer can be wrong. */
    enum Fault {
        NONE,
        EMPTY_END,
        EMPTY_ONWARD,
        EMPTY_AGAIN,
        REPEATED_TOKEN,
        TOKEN_BACK,
        SAME_PAGE_AGAIN,
        EMPTY_META,
        LOST_TOKEN,
        WRONG_COUNT,
        LOST_POSTS,
        NO_POSTS_BUT_A_COUNT
    }

    private static final int ANNOUNCED_TOO_MUCH = 3;
    private static final int MAX_LIES = 2;

    private final Clock clock;
    private final Random random;
    private final TreeMap<Long, Listed> posts = new TreeMap<>();
    private List<Fault> faults = List.of();
    private double share;
    private int serial;
    private int requests;
    private int lies;

    private record Listed(Tweet tweet, long atMillis) {}

    private record Page(List<Tweet> tweets, String next, OptionalInt missing) {}

    WrongX(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    void write(Tweet tweet, Duration late) {
        long listedAt = Snowflake.time(tweet.id()).plus(late).toEpochMilli();
        posts.put(tweet.id(), new Listed(tweet, listedAt));
    }

    /** From now on such a share of answers is wrong in one of these ways. */
    void fail(double part, List<Fault> ways) {
        share = part;
        faults = ways;
    }

    int requests() {
        return requests;
    }

    Map<Long, Tweet> written() {
        Map<Long, Tweet> written = new TreeMap<>();
        posts.forEach((id, listed) -> written.put(id, listed.tweet));
        return written;
    }

    @Override
    public ApiResult<SearchPage> search(SearchRequest request) {
        requests++;
        long top = request.untilId() == 0 ? Long.MAX_VALUE : request.untilId();
        long below = request.nextToken() == null
                ? top
                : Long.parseLong(request.nextToken().split("/")[0]);
        Page right = page(request, below);
        Fault fault = random.nextDouble() < share ? faults.get(random.nextInt(faults.size())) : Fault.NONE;
        boolean isLie = fault == Fault.EMPTY_END && hasMoreFor(request, right);
        lies = isLie ? lies + 1 : 0;
        Page page = lies > MAX_LIES ? right : wrong(fault, right, request, below, top);
        lies = lies > MAX_LIES ? 0 : lies;
        return new ApiResult.Ok<>(new SearchPage(
                page.tweets,
                List.of(),
                0,
                page.tweets.stream().mapToLong(Tweet::id).max(),
                page.tweets.stream().mapToLong(Tweet::id).min(),
                Optional.ofNullable(page.next),
                page.missing));
    }

    /** What an X says three times cannot be told from the truth. */
    private static boolean hasMoreFor(SearchRequest request, Page right) {
        return (request.untilId() > 0 || request.nextToken() != null) && !right.tweets.isEmpty();
    }

    private Page page(SearchRequest request, long below) {
        List<Tweet> found = new ArrayList<>();
        for (Listed listed : posts.subMap(request.sinceId(), false, below, false)
                .descendingMap()
                .values()) {
            if (listed.atMillis <= clock.millis()) {
                if (found.size() == request.maxResults()) {
                    return new Page(found, token(found.get(found.size() - 1).id(), 0), OptionalInt.of(0));
                }
                found.add(listed.tweet);
            }
        }
        return new Page(found, null, OptionalInt.of(0));
    }

    private Page wrong(Fault fault, Page right, SearchRequest request, long below, long top) {
        OptionalInt whole = OptionalInt.of(0);
        String here = request.nextToken() == null ? token(below, 0) : request.nextToken();
        return switch (fault) {
            case NONE -> right;
            case EMPTY_END -> new Page(List.of(), null, whole);
            case EMPTY_ONWARD -> new Page(List.of(), token(below, ++serial), whole);
            case EMPTY_AGAIN -> new Page(List.of(), here, whole);
            case REPEATED_TOKEN -> new Page(right.tweets, here, whole);
            case TOKEN_BACK -> new Page(right.tweets, token(top, 0), whole);
            case SAME_PAGE_AGAIN -> new Page(right.tweets, token(below, ++serial), whole);
            case EMPTY_META -> new Page(right.tweets, null, OptionalInt.empty());
            case LOST_TOKEN -> right.next == null ? right : new Page(right.tweets, null, whole);
            case WRONG_COUNT -> new Page(right.tweets, right.next, OptionalInt.of(ANNOUNCED_TOO_MUCH));
            case LOST_POSTS -> new Page(withoutSome(right.tweets), right.next, OptionalInt.of(lost(right.tweets)));
            case NO_POSTS_BUT_A_COUNT -> new Page(List.of(), right.next, OptionalInt.of(right.tweets.size()));
        };
    }

    private static List<Tweet> withoutSome(List<Tweet> tweets) {
        return tweets.stream().filter(tweet -> tweets.indexOf(tweet) % 3 != 1).toList();
    }

    private static int lost(List<Tweet> tweets) {
        return tweets.size() - withoutSome(tweets).size();
    }

    private static String token(long below, int number) {
        return below + "/" + number;
    }
}
