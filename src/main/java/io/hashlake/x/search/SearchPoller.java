package io.hashlake.x.search;

import io.hashlake.core.Backoff;
import io.hashlake.core.Gap;
import io.hashlake.core.Gaps;
import io.hashlake.core.Position;
import io.hashlake.core.StandbyException;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.StatusLog;
import io.hashlake.source.UnusableCursorException;
import io.hashlake.tweet.Snowflake;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.FormerCursor;
import io.hashlake.x.walk.MeteredSearch;
import io.hashlake.x.walk.MissingIds;
import io.hashlake.x.walk.RecentSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Polls all searches of one interval together: as many hashtags as fit are asked for in one query. It keeps no thread and
 * no timer; whoever drives it calls {@link #poll} again at the time that it returned, from one thread at a time.
 */
public final class SearchPoller {

    private static final Logger LOG = Logger.getLogger(SearchPoller.class);

    private static final int MAX_STALE_ANSWERS = 3;

    private static final int MAX_DOUBTS = 3;

    private final SearchSettings settings;
    private final Gaps gaps;
    private final XTime time;
    private final SearchApi api;
    private final WalkPlanner planner;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private final List<SearchSource> sources = new CopyOnWriteArrayList<>();

    /** True once X has answered a search of this round. */
    private boolean isAnswering;

    public SearchPoller(MeteredSearch search, SearchSettings settings, Gaps gaps, XTime time) {
        this.settings = settings;
        this.gaps = gaps;
        this.time = time;
        this.api = search.api();
        this.planner = new WalkPlanner(new WalkServices(search, settings, gaps, time, new DoubtAllowance()));
    }

    public void add(SearchSource source) {
        sources.add(source);
    }

    public void remove(SearchSource source) {
        sources.remove(source);
    }

    /** Returns whether there is nothing to poll. */
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Polls every source once, unless X asks to wait, and returns when to come again. */
    public Instant poll() throws InterruptedException {
        Instant started = time.machine();
        api.learnTime();
        List<SearchSource> ready = new ArrayList<>();
        for (SearchSource source : sources) {
            if (!source.isStopped() && !source.hasLeft() && isPrepared(source)) {
                ready.add(source);
            }
        }
        Instant next = started.plus(settings.interval());
        isAnswering = false;
        for (SearchWalk walk : planner.walks(ready)) {
            Instant again = react(walk, walk.run(started), next);
            if (again.isAfter(next)) {
                return again;
            }
            next = again;
        }
        return next;
    }

    private boolean isPrepared(SearchSource source) {
        try {
            if (source.failure() != null && !(source.status() instanceof SourceStatus.StandingBy)) {
                LOG.warnf(
                        "Source %s reads again from its cursor, because a batch failed or its lease was lost: %s",
                        source.name(), source.failure());
            }
            Instant now = time.instant();
            long oldest = settings.oldestSearchable(now);
            long first = Snowflake.firstAt(now.minus(settings.lookBack()));
            source.prepare(SearchCursor.restingAt(Math.max(first, oldest)), stored -> resume(source, stored));
            if (isAhead(source)) {
                bringBack(source, Math.max(first, oldest));
            }
            if (source.cursor().since() < oldest) {
                source.skipUndeclared(oldest);
            }
            return true;
        } catch (StandbyException e) {
            source.report(new SourceStatus.StandingBy(e.follower()));
            return false;
        } catch (UnusableCursorException e) {
            report(List.of(source), new SourceStatus.Stopped(e.getMessage()));
            return false;
        } catch (IOException e) {
            report(
                    List.of(source),
                    new SourceStatus.Retrying(time.machine().plus(settings.interval()), e.getMessage()));
            return false;
        }
    }

    /** A source that was of another kind before begins anew, now. */
    private SearchCursor resume(SearchSource source, Position stored) throws IOException {
        if (stored.kind() == Position.Kind.SEARCH) {
            return SearchCursor.of(stored);
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        FormerCursor former = new FormerCursor(stored);
        gaps.declare(new Gap(source.name(), former.coveredUntil(now), now, former.reason(now)));
        return SearchCursor.restingAt(Snowflake.firstAt(now) - 1);
    }

    private boolean isAhead(SearchSource source) {
        return time.isHeard()
                && source.cursor().since() > Snowflake.firstAt(time.instant().plus(XTime.TOLERATED));
    }

    /** A clock that was ahead has left a cursor at which nothing is found until X's time has come there. */
    private void bringBack(SearchSource source, long since) throws IOException {
        Instant reached = Snowflake.time(source.cursor().since());
        Instant begin = Snowflake.time(since);
        if (!source.isNew()) {
            Instant from = RecentSearch.reach(time.instant());
            String reason = "its cursor lay in X's future, at " + reached;
            LOG.warnf(
                    "Source %s goes on from %s, and a gap is declared since %s: %s",
                    source.name(), begin, from, reason);
            if (from.isBefore(begin)) {
                gaps.declare(new Gap(source.name(), from, begin.plusMillis(1), reason));
            }
        }
        source.skipTo(since);
        source.handOver(time.machine());
    }

    /** Handles the last response of a walk; returns when to poll next. */
    private Instant react(SearchWalk walk, ApiResult<SearchPage> answer, Instant regular) {
        List<SearchSource> members = walk.members();
        Instant now = time.machine();
        if (answer instanceof ApiResult.Wait<SearchPage> wait) {
            report(members, new SourceStatus.Waiting(wait.until(), wait.reason()));
            return wait.until();
        }
        if (answer instanceof ApiResult.Retry<SearchPage> retry) {
            Instant again = again(walk, regular);
            report(members, new SourceStatus.Retrying(again, retry.reason()));
            return again;
        }
        isAnswering = true;
        backoff.reset();
        if (answer instanceof ApiResult.Stop<SearchPage> && members.stream().anyMatch(this::isAhead)) {
            return now;
        }
        if (answer instanceof ApiResult.Stop<SearchPage> stop) {
            return isolateOrStop(members, stop.reason(), regular);
        }
        if (answer instanceof ApiResult.StaleSince<SearchPage> stale) {
            return skipStale(members, stale, regular);
        }
        if (walk.isDoubtful()) {
            return doubt(walk, regular);
        }
        report(members, new SourceStatus.Running(now));
        return regular;
    }

    /** A walk that comes no further is tried again at the next polls, and then given up, so that newer posts go on. */
    private Instant doubt(SearchWalk walk, Instant regular) {
        String reason = "X gives no more posts and does not come to an end";
        report(walk.members(), new SourceStatus.Doubtful(time.machine(), reason));
        for (SearchSource member : walk.members()) {
            if (member.countDoubt() >= MAX_DOUBTS && member.cursor().isWalking()) {
                giveUp(member, reason, regular);
            }
        }
        return regular;
    }

    private void giveUp(SearchSource source, String reason, Instant regular) {
        MissingIds left = new MissingIds(
                source.above(settings.settling()) + 1, source.cursor().until());
        try {
            if (left.from() < left.to()) {
                gaps.declare(left.gap(source.name(), reason));
            }
            source.rest(0, settings.settling());
            source.handOver(time.machine());
        } catch (IOException e) {
            report(List.of(source), new SourceStatus.Retrying(regular, e.getMessage()));
        }
    }

    /** A long walk that fails occasionally is resumed soon; a search that fails on its own waits for its turn. */
    private Instant again(SearchWalk failed, Instant regular) {
        if (failed.isProgressing()) {
            backoff.reset();
        } else if (isAnswering) {
            return regular;
        }
        return time.machine().plus(backoff.next());
    }

    private Instant isolateOrStop(List<SearchSource> members, String reason, Instant regular) {
        if (members.size() > 1) {
            members.forEach(SearchSource::askAlone);
            return time.machine();
        }
        report(members, new SourceStatus.Stopped(reason));
        return regular;
    }

    private Instant skipStale(List<SearchSource> members, ApiResult.StaleSince<SearchPage> stale, Instant regular) {
        long oldest = Math.max(stale.minimumId().orElse(0), settings.oldestSearchable(time.instant()));
        for (SearchSource source : members) {
            if (source.countStaleAnswer() > MAX_STALE_ANSWERS) {
                report(
                        List.of(source),
                        new SourceStatus.Stopped("X keeps calling the cursor too old: " + stale.reason()));
                continue;
            }
            try {
                skip(source, oldest);
            } catch (IOException e) {
                report(List.of(source), new SourceStatus.Retrying(regular, e.getMessage()));
            }
        }
        return time.machine();
    }

    private void skip(SearchSource source, long since) throws IOException {
        long behind = source.cursor().since();
        if (behind < since) {
            gaps.declare(new MissingIds(behind, since).gap(source.name(), SearchWalk.TOO_OLD));
            source.skipTo(since);
        }
    }

    private static void report(List<SearchSource> members, SourceStatus status) {
        for (SearchSource member : members) {
            StatusLog.changed(member.name(), member.status(), status);
            member.report(status);
        }
    }
}
