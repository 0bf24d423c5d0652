package io.hashlake.x;

import io.hashlake.tweet.Backoff;
import io.hashlake.tweet.Gap;
import io.hashlake.tweet.Gaps;
import io.hashlake.tweet.Position;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.StandbyException;
import java.io.IOException;
import java.time.Clock;
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

    private static final int MOST_STALE_ANSWERS = 3;

    private final SearchSettings settings;
    private final Gaps gaps;
    private final Clock clock;
    private final WalkPlanner planner;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private final List<SearchSource> sources = new CopyOnWriteArrayList<>();

    /** Whether X has answered a search of this round. */
    private boolean isAnswering;

    public SearchPoller(MeteredSearch search, SearchSettings settings, Gaps gaps, Clock clock) {
        this.settings = settings;
        this.gaps = gaps;
        this.clock = clock;
        this.planner = new WalkPlanner(search, settings);
    }

    public void add(SearchSource source) {
        sources.add(source);
    }

    public void remove(SearchSource source) {
        sources.remove(source);
    }

    /** Polls every source once, unless X asks to wait, and returns when to come again. */
    public Instant poll() throws InterruptedException {
        Instant started = clock.instant();
        List<SearchSource> ready = new ArrayList<>();
        for (SearchSource source : sources) {
            if (!source.isStopped() && isPrepared(source)) {
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
            long oldest = oldestSearchable();
            long first = Snowflake.firstAt(clock.instant().minus(settings.lookBack()));
            source.prepare(SearchCursor.restingAt(Math.max(first, oldest)), stored -> resume(source, stored));
            if (source.cursor().since() < oldest) {
                skip(source, oldest);
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
                    new SourceStatus.Retrying(clock.instant().plus(settings.interval()), e.getMessage()));
            return false;
        }
    }

    /** A source that was of another kind before begins anew, now. */
    private SearchCursor resume(SearchSource source, Position stored) throws IOException {
        if (stored.kind() == Position.Kind.SEARCH) {
            return SearchCursor.of(stored);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FormerCursor former = new FormerCursor(stored);
        gaps.declare(new Gap(source.name(), former.coveredUntil(now), now, former.reason(now)));
        return SearchCursor.restingAt(Snowflake.firstAt(now) - 1);
    }

    private long oldestSearchable() {
        if (settings.scope() == SearchRequest.Scope.ALL) {
            return 0;
        }
        return Snowflake.firstAt(SearchSettings.recentReach(clock.instant()));
    }

    /** When to poll next, after this answer, the walk's last. */
    private Instant react(SearchWalk walk, Answer<SearchPage> answer, Instant regular) {
        List<SearchSource> members = walk.members();
        Instant now = clock.instant();
        if (answer instanceof Answer.Wait<SearchPage> wait) {
            report(members, new SourceStatus.Waiting(wait.until(), wait.reason()));
            return wait.until();
        }
        if (answer instanceof Answer.Retry<SearchPage> retry) {
            Instant again = again(walk, regular);
            report(members, new SourceStatus.Retrying(again, retry.reason()));
            return again;
        }
        isAnswering = true;
        backoff.reset();
        if (answer instanceof Answer.Stop<SearchPage> stop) {
            return isolateOrStop(members, stop.reason(), regular);
        }
        if (answer instanceof Answer.StaleSince<SearchPage> stale) {
            return skipStale(members, stale, regular);
        }
        report(members, new SourceStatus.Running(now));
        return regular;
    }

    /** A long walk that fails now and then goes on soon; a search that alone fails waits for its turn. */
    private Instant again(SearchWalk failed, Instant regular) {
        if (failed.isProgressing()) {
            backoff.reset();
        } else if (isAnswering) {
            return regular;
        }
        return clock.instant().plus(backoff.next());
    }

    private Instant isolateOrStop(List<SearchSource> members, String reason, Instant regular) {
        if (members.size() > 1) {
            members.forEach(SearchSource::askAlone);
            return clock.instant();
        }
        report(members, new SourceStatus.Stopped(reason));
        return regular;
    }

    private Instant skipStale(List<SearchSource> members, Answer.StaleSince<SearchPage> stale, Instant regular) {
        long oldest = Math.max(stale.minimumId().orElse(0), oldestSearchable());
        for (SearchSource source : members) {
            if (source.countStaleAnswer() > MOST_STALE_ANSWERS) {
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
        return clock.instant();
    }

    private void skip(SearchSource source, long since) throws IOException {
        long behind = source.cursor().since();
        if (behind < since) {
            gaps.declare(new Gap(
                    source.name(),
                    Snowflake.time(behind),
                    Snowflake.time(since).plusMillis(1),
                    "recent search reaches back 7 days, and the cursor is older"));
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
