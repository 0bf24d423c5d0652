package io.hashlake.simulator.feed;

import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Posts sent over one stream, in order: as they are written, some of them late, some twice. Only late posts are held in
 * memory; all others are made when they are due.
 */
public final class Outflow {

    private final World world;
    private final SimulatedStreamSettings settings;
    private final Duplication duplication;
    private final PriorityQueue<Late> late = new PriorityQueue<>(Comparator.comparing(Late::due));
    private final Deque<Item> again = new ArrayDeque<>();
    private long next;
    private long bound;

    /**
     * A post on a stream.
     *
     * @param rules by which it is there; empty on a stream without rules
     * @param isFresh whether it is not repeated or late
     */
    public record Item(Plan plan, List<SimulatedRule> rules, boolean isFresh) {

        Item stale() {
            return new Item(plan, rules, false);
        }
    }

    private record Late(Instant due, Item item) {}

    /** Creates the outflow of the posts from a time on. */
    public Outflow(World world, SimulatorSettings settings, Instant from) {
        this.world = world;
        this.settings = settings.streams();
        this.duplication = new Duplication(settings.world().seed(), settings.duplicates());
        this.next = world.timeline().firstFrom(IdBounds.until(from).below());
        this.bound = next;
    }

    /** The next post that is due at this time; null if there is none yet. */
    public Item poll(StreamContent.Filter filter, Instant now) {
        if (!again.isEmpty()) {
            return again.poll();
        }
        if (!late.isEmpty() && !late.peek().due().isAfter(now)) {
            return late.poll().item();
        }
        return next == bound && !extend(now) ? null : scan(filter, now);
    }

    /** Holds a post back until a time. */
    public void postpone(Item item, Instant due) {
        late.add(new Late(due, item.stale()));
    }

    private boolean extend(Instant now) {
        bound = Math.max(bound, world.timeline().firstFrom(IdBounds.until(now).below()));
        return next < bound;
    }

    private Item scan(StreamContent.Filter filter, Instant now) {
        while (next < bound) {
            Plan plan = world.plan(next++);
            Optional<List<SimulatedRule>> rules = filter.rules(plan);
            if (rules.isEmpty() || world.isDeleted(plan, now)) {
                continue;
            }
            Item item = new Item(plan, rules.get(), true);
            if (duplication.onSamePage(plan)) {
                again.add(item.stale());
            }
            Instant due = due(plan);
            if (!due.isAfter(now)) {
                return item;
            }
            postpone(item, due);
        }
        return again.poll();
    }

    private Instant due(Plan plan) {
        Instant written = world.timeline().createdAt(plan.number());
        SeededRandom draws = SeededRandom.of(world.settings().seed(), plan.number(), Purpose.LATE);
        if (!draws.chance(settings.late())) {
            return written;
        }
        Duration delay = settings.latest();
        return written.plusMillis((long) (draws.unit() * delay.toMillis()));
    }
}
