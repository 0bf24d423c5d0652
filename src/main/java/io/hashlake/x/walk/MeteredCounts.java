package io.hashlake.x.walk;

import io.hashlake.core.spend.Resource;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.CountsApi;
import io.hashlake.x.client.CountsRequest;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.spend.Receipt;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendGuard.Permit;

/**
 * Counts posts as far as the budget goes, and counts the cost.
 *
 * @param origin the source charged
 */
public record MeteredCounts(CountsApi api, SpendGuard spend, String origin) implements CountsApi {

    @Override
    public ApiResult<PostCounts> counts(CountsRequest request) throws InterruptedException {
        ApiResult<Permit> asked = spend.askToCount();
        if (!(asked instanceof ApiResult.Ok<Permit> permit)) {
            return asked.failed();
        }
        try (Receipt receipt = spend.receipt(permit.value())) {
            spend.requested(origin);
            ApiResult<PostCounts> answer = api.counts(request);
            receipt.add(origin, Resource.COUNTS_RECENT, isBilled(answer) ? 1 : 0);
            return answer;
        }
    }

    /** Returns false where X refused. Of a request that failed otherwise X may have had the answer ready. */
    private static boolean isBilled(ApiResult<PostCounts> answer) {
        return answer instanceof ApiResult.Ok || answer instanceof ApiResult.Retry;
    }
}
