package io.hashlake.x.gap;

import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.CountsApi;
import io.hashlake.x.client.CountsRequest;
import io.hashlake.x.client.PostCounts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what search listed in a gap with what X counts there. A difference is noted and does not keep a gap open: posts are
 * deleted in between, and asking again would list what was listed before.
 */
final class GapCheck {

    /**
     * X returns a week in one page; this limit, and refusing a repeated token, ends the requests to a broken server.
     */
    private static final int MAX_PAGES = 20;

    private final CountsApi api;

    GapCheck(CountsApi api) {
        this.api = api;
    }

    /**
     * Returns the remark for the ledger; empty if X cannot be asked now.
     *
     * @param since the count begins after this id
     * @param until and ends before this one
     * @param listed how many posts search listed between them
     */
    Optional<String> note(String query, long since, long until, long listed) throws InterruptedException {
        long counted = 0;
        String token = null;
        Set<String> tokens = new HashSet<>();
        while (token == null || tokens.size() < MAX_PAGES && tokens.add(token)) {
            ApiResult<PostCounts> answer =
                    api.counts(new CountsRequest(query, CountsRequest.Granularity.MINUTE, since, until, token));
            if (!(answer instanceof ApiResult.Ok<PostCounts> ok)) {
                return unanswered(answer);
            }
            counted += ok.value().total();
            token = ok.value().nextToken().orElse(null);
            if (token == null) {
                return Optional.of("X counts " + counted + " posts there, search listed " + listed);
            }
        }
        return Optional.of("not compared with X's count, which has no end");
    }

    private static Optional<String> unanswered(ApiResult<PostCounts> answer) {
        if (answer instanceof ApiResult.Stop<PostCounts> stop) {
            return Optional.of("not compared with X's count: " + stop.reason());
        }
        if (answer instanceof ApiResult.StaleSince<PostCounts> stale) {
            return Optional.of("not compared with X's count: " + stale.reason());
        }
        return Optional.empty();
    }
}
