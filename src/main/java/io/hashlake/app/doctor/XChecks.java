package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.route.FollowedQuery;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.SearchRequest.Scope;
import io.hashlake.x.client.Usage;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** X: whether it can be reached, what the token may do, what was used, and whose clock is off. No post is read. */
final class XChecks {

    /** Nobody writes it, so that no post is found and billed. */
    private static final String UNUSED = "#hashlakedoctor";

    private static final int MIN_RESULTS = 10;

    private final Settings settings;
    private final XAccess access;
    private final XTime time;
    private final XClient client;
    private final XSettings connection;
    private final List<FollowedQuery> queries;
    private ApiResult<Usage> usage;

    XChecks(Settings settings, XAccess access, Clock clock, Duration deadline) {
        this.settings = settings;
        this.access = access;
        this.time = new XTime(clock);
        this.connection = XSettings.of(access.base(), new BearerToken(access.token()), settings.of(XConfig.class))
                .within(deadline.dividedBy(2));
        this.client = new XClient(connection, false, time, (endpoint, outcome, took, limit) -> {});
        this.queries = FollowedQuery.in(settings.routes());
    }

    Stream<Check> all() {
        return settings.deployment().does(Role.INGEST)
                ? Stream.of(
                        new Check("X", this::token),
                        new Check("recent search", () -> search(Scope.RECENT)),
                        new Check("full archive", () -> search(Scope.ALL)),
                        new Check("stream rules", new RuleCheck(settings, connection, time, queries)),
                        new Check("X usage", this::used),
                        new Check("clock", this::clock))
                : Stream.empty();
    }

    private Finding token() throws InterruptedException {
        String where = access.isSimulated()
                ? "no token is configured: the built-in simulator stands in for X"
                : access.base() + " accepts the token";
        return usage() instanceof ApiResult.Ok ? Finding.ok(where) : refused(usage(), access.base() + ": ");
    }

    private Finding search(Scope scope) throws InterruptedException {
        boolean isUsed = queries.stream().anyMatch(query -> !query.isRule() && query.scope() == scope);
        ApiResult<?> answer = client.search(new SearchRequest("doctor", scope, UNUSED, 0, 0, null, MIN_RESULTS));
        if (answer instanceof ApiResult.Ok) {
            return Finding.ok("the token is entitled to it");
        }
        return answer instanceof ApiResult.Stop<?> stop && !isUsed
                ? Finding.ok("no route uses it, and X would refuse it: " + stop.reason())
                : refused(answer, "");
    }

    private Finding used() throws InterruptedException {
        if (!(usage() instanceof ApiResult.Ok<Usage> ok)) {
            return Finding.warning("not known", "see the check of X");
        }
        Usage month = ok.value();
        String found = month.used() + " of " + month.cap() + " posts of this month's cap are used";
        if (month.cap() > 0 && month.used() >= month.cap()) {
            return Finding.failure(found, "X serves no more until the cap is reset: raise it in X's developer console");
        }
        return month.cap() > 0 && month.used() >= month.cap() / 10 * 9
                ? Finding.warning(found, "follow less, or raise the cap in X's developer console")
                : Finding.ok(found);
    }

    private Finding clock() throws InterruptedException {
        usage();
        if (!time.isHeard()) {
            return Finding.warning("not known: X has not said what time it is", "see the check of X");
        }
        return time.ahead().isZero()
                ? Finding.ok("this machine's clock agrees with X's")
                : Finding.warning("this machine's clock " + XTime.describe(time.ahead()), "set it by NTP");
    }

    /** Asked once for all checks. */
    private synchronized ApiResult<Usage> usage() throws InterruptedException {
        if (usage == null) {
            usage = client.usage();
        }
        return usage;
    }

    /** Returns the finding; what to do about it stands in the reason. */
    static Finding refused(ApiResult<?> answer, String before) {
        if (answer instanceof ApiResult.Wait<?> wait) {
            return Finding.warning(before + wait.reason(), "sources wait until " + wait.until());
        }
        if (answer instanceof ApiResult.Stop<?> stop) {
            return Finding.failure(before + stop.reason(), "");
        }
        String reason = answer instanceof ApiResult.Retry<?> retry ? retry.reason() : String.valueOf(answer);
        return Finding.failure(before + reason, "see whether X can be reached from here, and hashlake.x.base-url");
    }
}
