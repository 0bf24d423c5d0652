package io.hashlake.x.client;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Interpretation of a response.
 *
 * @param outcome how the request ended
 * @param answer what the caller is told
 */
public record RequestResult<T>(RequestOutcome outcome, ApiResult<T> answer) {

    private static final int MAX_REASON = 500;

    /** It went well. */
    public static <T> RequestResult<T> ok(T value) {
        return new RequestResult<>(RequestOutcome.OK, new ApiResult.Ok<>(value));
    }

    /** The same for whoever wanted another value, since there is none. */
    @SuppressWarnings("unchecked")
    public <U> RequestResult<U> failed() {
        if (answer instanceof ApiResult.Ok) {
            throw new IllegalStateException("it was answered");
        }
        return (RequestResult<U>) this;
    }

    /** It did not go well, and should be tried again. */
    public static <T> RequestResult<T> retry(RequestOutcome outcome, String reason) {
        return new RequestResult<>(outcome, new ApiResult.Retry<>(tidy(reason)));
    }

    /** Every row of X's error table, by the problem's type where it has one, else by status. */
    static <T> RequestResult<T> of(int status, HttpHeaders headers, ApiError problem, Instant now) {
        String said = status + (problem.description().isEmpty() ? "" : " " + problem.description());
        if (problem.isOfType("usage-capped") || problem.title().equals("UsageCapExceeded")) {
            return capped(problem, said, now);
        }
        if (problem.issue().equals("TooManyConnections")) {
            return retry(
                    RequestOutcome.TOO_MANY_CONNECTIONS, "X believes that another connection stands (" + said + ")");
        }
        if (problem.issue().equals("RuleConfigurationIssue") || problem.issue().equals("RulesInvalidIssue")) {
            return retry(RequestOutcome.NO_RULES, "X has no rules for this stream (" + said + ")");
        }
        if (problem.isOfType("credits") || status == 402) {
            return stop(
                    RequestOutcome.OUT_OF_CREDITS, "the credits are used up: buy more in X's developer console", said);
        }
        return switch (status) {
            case 400 ->
                problem.isStaleSince()
                        ? stale(problem.minimumSince(), said)
                        : stop(RequestOutcome.INVALID_REQUEST, "X refuses this request: correct the query", said);
            case 401 -> stop(RequestOutcome.UNAUTHORIZED, "X refuses the bearer token: set a valid one", said);
            case 403 ->
                stop(
                        RequestOutcome.FORBIDDEN,
                        "the app is not entitled to this: see its access level and spending cap in X's developer console",
                        said);
            case 408, 425 -> retry(RequestOutcome.SERVER_ERROR, "X answered " + said);
            case 429 -> rateLimited(RateLimit.of(headers), said, now);
            default ->
                status > 400 && status < 500
                        ? stop(RequestOutcome.INVALID_REQUEST, "X refuses this request: check the base address", said)
                        : retry(RequestOutcome.SERVER_ERROR, "X answered " + said);
        };
    }

    private static <T> RequestResult<T> rateLimited(RateLimit limit, String said, Instant now) {
        Instant until = RateLimit.reopening(limit, now);
        return new RequestResult<>(
                RequestOutcome.RATE_LIMITED,
                new ApiResult.Wait<>(until, tidy("the rate limit is reached (" + said + ")")));
    }

    /** X does not say when a cap is lifted; a monthly one goes with the month. */
    private static <T> RequestResult<T> capped(ApiError problem, String said, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate lifted = problem.period().equalsIgnoreCase("daily")
                ? today.plusDays(1)
                : today.withDayOfMonth(1).plusMonths(1);
        Instant until = lifted.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new RequestResult<>(
                RequestOutcome.CAPPED, new ApiResult.Wait<>(until, tidy("the usage cap is reached (" + said + ")")));
    }

    private static <T> RequestResult<T> stale(OptionalLong minimum, String said) {
        String reason = tidy("since_id lies further back than X searches (" + said + ")");
        return new RequestResult<>(RequestOutcome.STALE_SINCE_ID, new ApiResult.StaleSince<>(minimum, reason));
    }

    private static <T> RequestResult<T> stop(RequestOutcome outcome, String advice, String said) {
        return new RequestResult<>(outcome, new ApiResult.Stop<>(tidy(advice + " (" + said + ")")));
    }

    /** Returns the reason fit for logs and terminals: one line, no control characters, of limited length. */
    public static String tidy(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "…" : line;
    }
}
