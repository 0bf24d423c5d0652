package io.hashlake.x.client;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Time that X's auto-recharge is given. It fires at most once in five minutes, so a burst may find the credits used up although it
 * is on: an endpoint that was refused for that is asked once more after five minutes.
 */
final class Recharge {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final Map<ApiEndpoint, Instant> again = new EnumMap<>(ApiEndpoint.class);

    /** Returns the result with a wait instead of the first stop. */
    synchronized <T> RequestResult<T> judge(ApiEndpoint endpoint, RequestResult<T> result, Instant now) {
        if (result.outcome() == RequestOutcome.OK) {
            again.remove(endpoint);
        }
        if (!(result.outcome() == RequestOutcome.OUT_OF_CREDITS && result.answer() instanceof ApiResult.Stop<T> stop)) {
            return result;
        }
        Instant until = again.computeIfAbsent(endpoint, any -> now.plus(INTERVAL));
        return now.isBefore(until)
                ? new RequestResult<>(
                        result.outcome(),
                        new ApiResult.Wait<>(
                                until, RequestResult.tidy("auto-recharge may still come: " + stop.reason())))
                : result;
    }
}
