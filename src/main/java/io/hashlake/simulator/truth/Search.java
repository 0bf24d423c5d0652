package io.hashlake.simulator.truth;

import io.hashlake.simulator.query.CandidatePost;
import io.hashlake.simulator.query.HashtagIndex;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;

/** Finds posts. */
public final class Search {

    /**
     * Number of posts that are looked at for one page at most. Where few match, a page is therefore short or empty and
     * still has a continuation, as X's pages may.
     */
    private static final int PATIENCE = 50_000;

    private final World world;
    private final HashtagIndex index;
    private final boolean findsReposts;

    public Search(World world, HashtagIndex index, boolean findsReposts) {
        this.world = world;
        this.index = index;
        this.findsReposts = findsReposts;
    }

    /**
     * A page.
     *
     * @param posts newest first
     * @param resumeBelow id below which the next page begins; 0 if this is the last
     */
    public record Page(List<Plan> posts, long resumeBelow) {}

    public Page page(ParsedQuery query, IdBounds window, Instant now, int most) {
        List<Plan> found = new ArrayList<>(most);
        PrimitiveIterator.OfLong numbers = numbers(query, window);
        long first = first(window);
        for (int looked = 0; numbers.hasNext(); looked++) {
            long number = numbers.nextLong();
            if (number < first) {
                break;
            }
            if (looked == PATIENCE) {
                return new Page(found, world.timeline().id(number) + 1);
            }
            Plan plan = world.plan(number);
            if (isMatch(query, plan, now)) {
                if (found.size() == most) {
                    return new Page(
                            found, world.timeline().id(found.get(most - 1).number()));
                }
                found.add(plan);
            }
        }
        return new Page(found, 0);
    }

    /** Hands on every match that is not deleted at this time, newest first. */
    public void forEach(ParsedQuery query, IdBounds window, Instant now, Consumer<Plan> action) {
        PrimitiveIterator.OfLong numbers = numbers(query, window);
        long first = first(window);
        while (numbers.hasNext()) {
            long number = numbers.nextLong();
            if (number < first) {
                return;
            }
            Plan plan = world.plan(number);
            if (isMatch(query, plan, now)) {
                action.accept(plan);
            }
        }
    }

    public boolean isMatch(ParsedQuery query, Plan plan, Instant now) {
        return (findsReposts || plan.kind() != PostKind.REPOST)
                && (now.equals(Truth.WHATEVER_HAPPENS) || world.isListed(plan, now) && !world.isDeleted(plan, now))
                && query.matches(new CandidatePost(world, plan, Folding.SEARCH));
    }

    public Instant createdAt(Plan plan) {
        return world.timeline().createdAt(plan.number());
    }

    private long first(IdBounds window) {
        return Math.max(index.oldest(), world.timeline().firstFrom(window.above() + 1));
    }

    private PrimitiveIterator.OfLong numbers(ParsedQuery query, IdBounds window) {
        long bound = world.timeline().firstFrom(window.below());
        index.advance(bound);
        return query.requiredHashtags()
                .map(hashtags -> index.with(hashtags, bound))
                .orElseGet(() -> index.all(bound));
    }
}
