package io.hashlake.x.gap;

import io.hashlake.core.Backoff;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.Source;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.DoubtAllowance;
import io.hashlake.x.walk.EmptyAnswers;
import io.hashlake.x.walk.RecentSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fills the gaps of one source, one after the other, under an origin of their own. Not thread-safe. */
final class GapFill {

    private static final Logger LOG = Logger.getLogger(GapFill.class);

    private static final String DOUBTFUL = "X gives no more posts of it and does not come to an end";

    private final String name;
    private final GapServices services;
    private final GapsConfig config;
    private final GapListener listener;
    private final GapBudget budget;
    private final GapSettling settling;
    private final Chain<GapCursor> chain;
    private final EmptyAnswers emptyAnswers = new EmptyAnswers();
    private final DoubtAllowance doubts = new DoubtAllowance();
    private final Backoff doubtPauses = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
    private Instant doubtedUntil = Instant.MIN;
    private Source source;
    private GapCursor cursor;
    private long emptyGap;
    private String refusal;
    private Instant oldest = Instant.MIN;

    GapFill(String name, GapServices services, GapsConfig config, GapListener listener, GapBudget budget) {
        this.name = name;
        this.services = services;
        this.config = config;
        this.listener = listener;
        this.budget = budget;
        this.chain = new Chain<>(Origins.gapsOf(name), services.cursors());
        this.settling = new GapSettling(chain.origin(), services, config, listener);
    }

    /**
     * Does what can be done now for these open gaps of the source, and hands on one batch at most.
     *
     * @param followed the source; null if it is not followed any more
     * @return what is left open; empty if nothing is
     */
    Optional<OpenGaps> work(List<DeclaredGap> gaps, Source followed) throws InterruptedException {
        refusal = followed == source ? refusal : null;
        source = followed;
        List<DeclaredGap> left = new ArrayList<>(gaps);
        String note;
        try {
            note = isReady() ? work(left) : null;
        } catch (IOException e) {
            note = e.getMessage();
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenGaps(name, left.size(), left.get(0).gap().from(), note));
    }

    private boolean isReady() throws IOException {
        if (chain.failure() != null) {
            LOG.warnf(
                    "The gaps of %s are read again, because a batch failed or the lease was lost: %s",
                    name, chain.failure());
        }
        chain.prepare(GapCursor.before(now()), GapCursor::of);
        chain.save();
        cursor = chain.position();
        return chain.isCommitted();
    }

    /** The gap that was begun comes first. Returns what keeps those that are left from being filled; null for nothing. */
    private String work(List<DeclaredGap> left) throws IOException, InterruptedException {
        List<DeclaredGap> begunFirst = left.stream()
                .sorted(Comparator.comparing(gap -> gap.id() != cursor.gap()))
                .toList();
        for (DeclaredGap gap : begunFirst) {
            GapCursor at = gap.id() == cursor.gap() ? cursor : GapCursor.atEndOf(gap);
            long since = Snowflake.firstAt(latest(gap.gap().from(), reach())) - 1;
            if (at.isDownTo(since)) {
                if (!settling.settle(gap, at, source)) {
                    return "is filled; X's count of its posts is waited for";
                }
                left.remove(gap);
            } else if (source != null && source.search().isEmpty()) {
                settling.giveUp(gap, at, "no search finds what this source follows");
                left.remove(gap);
            } else if (obstacle() != null) {
                note(gap, obstacle());
            } else if (isListed(gap)) {
                return walk(gap, at, since);
            }
        }
        return obstacle();
    }

    /** Returns the reason, if any, that only a person can remove. */
    private String obstacle() {
        return source == null ? "no route follows this source any more" : refusal;
    }

    private void note(DeclaredGap gap, String note) throws IOException {
        if (!Objects.equals(gap.note(), note)) {
            services.ledger().note(gap.id(), note);
        }
    }

    private boolean isListed(DeclaredGap gap) {
        return !gap.gap().to().plus(config.listedAfter()).isAfter(now());
    }

    /** X's time, as that of ids and gaps. */
    private Instant now() {
        return services.time().instant();
    }

    /** The first moment that X can be asked for. */
    private Instant reach() {
        return latest(RecentSearch.reach(now()), oldest);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String walk(DeclaredGap gap, GapCursor at, long since) throws IOException, InterruptedException {
        if (budget.now().isBefore(doubtedUntil)) {
            return "retrying X at " + doubtedUntil + ": " + DOUBTFUL;
        }
        if (budget.isOpen()) {
            SearchQuery query = SearchQuery.ofAnyLength(source.search().orElseThrow());
            GapWalk walk = new GapWalk(services.search(), chain.origin(), query, since);
            ApiResult<SearchPage> answer = walk.run(at.until(), budget, doubts, chain::isHeld);
            react(gap, answer);
            pause(gap, walk);
            handOn(walk, query, at);
        }
        return refusal == null ? budget.closedBecause() : refusal;
    }

    /** A walk that comes no further would cost the same requests at every turn. */
    private void pause(DeclaredGap gap, GapWalk walk) throws IOException {
        if (!walk.isEmpty()) {
            doubtPauses.reset();
        }
        if (walk.isDoubtful()) {
            doubtedUntil = budget.now().plus(doubtPauses.next());
            note(gap, DOUBTFUL);
        }
    }

    private void react(DeclaredGap gap, ApiResult<SearchPage> answer) throws IOException {
        if (answer instanceof ApiResult.Stop<SearchPage> stop) {
            refusal = "tried again after the next start, because " + stop.reason();
        } else if (answer instanceof ApiResult.StaleSince<SearchPage> stale) {
            Instant possible = Snowflake.time(stale.minimumId().orElse(1)).plusMillis(2);
            refusal = possible.isAfter(reach()) ? null : "tried again after the next start, because " + stale.reason();
            oldest = latest(oldest, possible);
        }
        if (refusal != null) {
            note(gap, refusal);
        }
    }

    private void handOn(GapWalk walk, SearchQuery query, GapCursor at) {
        if (walk.isEmpty() && !walk.isComplete() || !believes(walk.isEmpty(), at.gap())) {
            return;
        }
        List<Tweet> claimed = walk.tweets().stream()
                .map(source::claim)
                .filter(tweet -> isOurs(tweet, query))
                .toList();
        GapCursor end = at.after(walk.lowest(), walk.tweets().size(), claimed.size());
        TweetBatch batch = new TweetBatch(
                chain.origin(), chain.position().toString(), end.toString(), claimed, walk.rejected(), walk.payloads());
        chain.handOver(end, null, () -> source.deliver(batch));
        listener.found(claimed.size());
    }

    private boolean believes(boolean empty, long gap) {
        if (gap != emptyGap) {
            emptyAnswers.forget();
            emptyGap = gap;
        }
        return emptyAnswers.believe(empty);
    }

    /** Search ignores accents. A post is not the source's if one can see that it was found for that reason alone. */
    private static boolean isOurs(Tweet claimed, SearchQuery query) {
        return !claimed.followed().isEmpty() || !query.matches(claimed);
    }
}
