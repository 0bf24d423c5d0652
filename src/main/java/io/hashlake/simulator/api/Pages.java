package io.hashlake.simulator.api;

import io.hashlake.simulator.feed.Duplication;
import io.hashlake.simulator.request.Narrowing;
import io.hashlake.simulator.request.PageToken;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.truth.Search;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up pages of posts, duplicates and faults included. */
final class Pages {

    private final World world;
    private final Search search;
    private final Duplication duplication;

    Pages(World world, Search search, Duplication duplication) {
        this.world = world;
        this.search = search;
        this.duplication = duplication;
    }

    /**
     * A page as it is sent.
     *
     * @param plans posts in the order of the page, some perhaps twice
     * @param next where the next page begins; null if this is the last
     * @param count how many posts it says it has
     */
    record Page(List<Plan> plans, PageToken next, int count) {

        Page(List<Plan> plans, long resumeBelow) {
            this(plans, resumeBelow == 0 ? null : new PageToken(resumeBelow, 0), plans.size());
        }

        /** Returns the page as a fault changes it. */
        Page spoiled(FaultKind fault, Narrowing asked, int serial) {
            return switch (fault) {
                case DUPLICATE -> of(everySecondTwice());
                case OUT_OF_ORDER -> of(shuffled());
                case EMPTY_PAGE_ONWARD ->
                    new Page(List.of(), new PageToken(asked.window().below(), serial), 0);
                case EMPTY_PAGE_END -> new Page(List.of(), null, 0);
                case REPEATED_TOKEN -> leadingTo(here(asked, 0));
                case TOKEN_BACK -> leadingTo(new PageToken(asked.top(), 0));
                case SAME_PAGE_AGAIN -> leadingTo(here(asked, serial));
                case LOST_TOKEN -> leadingTo(null);
                case WRONG_COUNT -> new Page(plans, next, plans.size() + 3);
                case LOST_POSTS -> new Page(withoutEveryFifth(), next, plans.size());
                default -> this;
            };
        }

        private Page of(List<Plan> changed) {
            return new Page(changed, next, changed.size());
        }

        private Page leadingTo(PageToken token) {
            return new Page(plans, token, count);
        }

        private static PageToken here(Narrowing asked, int serial) {
            boolean isAskedAgain = serial == 0 && asked.continuation() != null;
            return isAskedAgain
                    ? asked.continuation()
                    : new PageToken(asked.window().below(), serial);
        }

        private List<Plan> withoutEveryFifth() {
            return IntStream.range(0, plans.size())
                    .filter(place -> place % 5 != 4)
                    .mapToObj(plans::get)
                    .toList();
        }

        private List<Plan> everySecondTwice() {
            List<Plan> twice = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                twice.addAll(Collections.nCopies(1 + i % 2, plans.get(i)));
            }
            return twice;
        }

        private List<Plan> shuffled() {
            List<Plan> shuffled = new ArrayList<>(plans);
            Collections.shuffle(shuffled, new Random(plans.size()));
            return shuffled;
        }
    }

    /** The page that answers this, without a fault. */
    Page page(Narrowing asked, Instant now, int most) {
        List<Plan> plans = new ArrayList<>(most);
        if (asked.continuation() != null) {
            repeatLast(asked, now, plans);
        }
        Search.Page found = search.page(asked.query(), asked.window(), now, most);
        for (int i = 0; i < found.posts().size(); i++) {
            if (plans.size() == most) {
                return new Page(plans, id(found.posts().get(i - 1)));
            }
            add(plans, found.posts().get(i), most);
        }
        return new Page(plans, found.resumeBelow());
    }

    /** Nothing, to be asked for again. */
    Page empty(Narrowing asked) {
        return new Page(
                List.of(),
                asked.continuation() == null ? 0 : asked.continuation().below());
    }

    private void add(List<Plan> plans, Plan plan, int most) {
        plans.add(plan);
        if (plans.size() < most && duplication.onSamePage(plan)) {
            plans.add(plan);
        }
    }

    private void repeatLast(Narrowing asked, Instant now, List<Plan> plans) {
        long below = asked.continuation().below();
        Plan last = world.plan(world.timeline().number(below));
        if (id(last) == below && search.isMatch(asked.query(), last, now) && duplication.onNextPage(last)) {
            plans.add(last);
        }
    }

    private long id(Plan plan) {
        return world.timeline().id(plan.number());
    }
}
