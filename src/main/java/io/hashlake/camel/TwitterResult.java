package io.hashlake.camel;

import io.hashlake.x.client.ApiResult;
import java.time.Duration;
import java.time.Instant;
import twitter4j.TwitterException;

/** The one reaction to each of version 1.1's errors. */
final class TwitterResult {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private TwitterResult() {}

    static <T> ApiResult<T> of(TwitterException error, Instant now) {
        if (error.exceededRateLimitation()) {
            return new ApiResult.Wait<>(reset(error, now), "version 1.1's rate limit is reached");
        }
        int status = error.getStatusCode();
        if (status >= 400 && status < 500) {
            return new ApiResult.Stop<>("version 1.1 refused (" + status + "): " + reason(error)
                    + (status == 401 ? "; see hashlake.twitter.*" : ""));
        }
        return new ApiResult.Retry<>(
                status > 0 ? "version 1.1 answered " + status : "version 1.1 cannot be reached: " + cause(error));
    }

    private static Instant reset(TwitterException error, Instant now) {
        Instant end = now.plus(WINDOW);
        if (error.getRateLimitStatus() == null) {
            return end;
        }
        Instant told = Instant.ofEpochSecond(error.getRateLimitStatus().getResetTimeInSeconds());
        return told.isAfter(now) && told.isBefore(end) ? told : end;
    }

    private static String reason(TwitterException error) {
        return error.isErrorMessageAvailable() ? error.getErrorMessage() : "no reason given";
    }

    private static String cause(TwitterException error) {
        return error.getCause() == null ? "no answer" : error.getCause().toString();
    }
}
