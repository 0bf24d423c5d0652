package io.hashlake.x.stream;

import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.StreamLine;
import io.hashlake.x.json.draft.MatchedRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A post belongs to the sources whose rules it matched. */
final class RuleAudience implements Audience {

    /** Sources that come or go together make one change of the rules. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Followers followers;
    private final RuleReconciler reconciler;
    private final Duration checkEvery;
    private final Clock clock;
    private volatile RuleOwners rules = RuleOwners.EMPTY;
    private long reconciledChanges;
    private Instant dueAt = Instant.MAX;

    RuleAudience(Followers followers, RuleReconciler reconciler, Duration checkEvery, Clock clock) {
        this.followers = followers;
        this.reconciler = reconciler;
        this.checkEvery = checkEvery;
        this.clock = clock;
    }

    @Override
    public RequestResult<?> prepare() throws InterruptedException {
        reconciledChanges = followers.changes();
        RequestResult<RuleOwners> verdict = reconciler.reconcile(followers.active());
        if (verdict.answer() instanceof ApiResult.Ok<RuleOwners> ok) {
            rules = ok.value();
            dueAt = clock.instant().plus(checkEvery);
        } else {
            dueAt = clock.instant().plus(RETRY);
        }
        return verdict;
    }

    @Override
    public boolean isDue(Instant now) {
        if (followers.changes() != reconciledChanges) {
            reconciledChanges = followers.changes();
            dueAt = now.plus(TOGETHER);
        }
        return now.isAfter(dueAt);
    }

    /** A rule that is not known here may have been changed a moment ago: then the hashtags tell. */
    @Override
    public Collection<StreamSource> of(StreamLine line) {
        Set<StreamSource> owners = new LinkedHashSet<>();
        for (MatchedRule rule : line.matchedRules()) {
            owners.addAll(rules.owners(rule));
        }
        if (owners.isEmpty()) {
            line.tweets().forEach(tweet -> addByHashtags(tweet, owners));
        }
        return owners;
    }

    private void addByHashtags(Tweet tweet, Set<StreamSource> owners) {
        for (StreamSource source : followers.all()) {
            if (source.matches(tweet)) {
                owners.add(source);
            }
        }
    }
}
