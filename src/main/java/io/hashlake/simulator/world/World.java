package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All posts there are, were and will be. Each follows from the seed and its number and is made when it is asked for. */
public final class World {

    private final WorldSettings settings;
    private final PostTimeline timeline;
    private final Planner planner;
    private final List<SimulatedPlace> places = SimulatedPlace.all();
    private final Crowd crowd;
    private final Composer composer;
    private final Popularity popularity;
    private final Removals removals = new Removals();
    private final List<String> canonical;
    private final Map<Folding, List<String>> folded = new EnumMap<>(Folding.class);

    public World(WorldSettings settings, Instant start) {
        this.settings = settings;
        this.timeline = PostTimeline.of(settings, start);
        this.planner = new Planner(settings, new EditChains(timeline), Crowd.SIZE);
        this.crowd = new Crowd(settings.seed(), places);
        this.composer = new Composer(settings, crowd, places);
        this.popularity = new Popularity(settings.seed());
        this.canonical = settings.hashtags().stream()
                .map(tag -> Hashtag.of(tag).canonical())
                .toList();
        for (Folding folding : Folding.values()) {
            folded.put(folding, settings.hashtags().stream().map(folding::fold).toList());
        }
    }

    public WorldSettings settings() {
        return settings;
    }

    public PostTimeline timeline() {
        return timeline;
    }

    public Crowd crowd() {
        return crowd;
    }

    List<SimulatedPlace> places() {
        return places;
    }

    public Plan plan(long number) {
        return planner.plan(number);
    }

    public Post post(Plan plan) {
        long id = timeline.id(plan.number());
        SimulatedAccount author = crowd.account(plan.author());
        SimulatedAccount repliedTo =
                plan.kind() == PostKind.REPLY ? crowd.account(target(plan).author()) : null;
        Text whole = plan.kind() == PostKind.REPOST ? repost(target(plan)) : composer.compose(plan, repliedTo);
        Text text = plan.isLong() ? composer.shorten(whole, id) : whole;
        return new Post(
                plan, id, timeline.createdAt(plan.number()), author, text, whole, conversation(plan), repliedTo);
    }

    public Plan target(Plan plan) {
        return plan(plan.target());
    }

    public Metrics metrics(Plan plan, Instant at) {
        return popularity.metrics(plan, timeline.createdAt(plan.number()), at);
    }

    /** Returns what was removed on demand, beside the posts that their authors delete. */
    public Removals removals() {
        return removals;
    }

    /** Returns when a post is deleted; {@link Instant#MAX} if never. */
    public Instant deletedAt(Plan plan) {
        Instant own = deletedByAuthorAt(plan);
        return removal(plan)
                .filter(Removals.Removal::isWhole)
                .map(removal -> removal.at().isBefore(own) ? removal.at() : own)
                .orElse(own);
    }

    /** Returns the removal of a post on demand, or of its author. */
    public Optional<Removals.Removal> removal(Plan plan) {
        Optional<Removals.Removal> own = removals.ofPost(plan.number());
        return own.isPresent() || !removals.hasAccounts()
                ? own
                : removals.ofAccount(crowd.account(plan.author()).id());
    }

    private Instant deletedByAuthorAt(Plan plan) {
        SeededRandom draws = SeededRandom.of(settings.seed(), plan.number(), Purpose.DELETION);
        if (!draws.chance(settings.deletions().share())) {
            return Instant.MAX;
        }
        long within = settings.deletions().within().toMillis();
        return timeline.createdAt(plan.number()).plusMillis(1000 + (long) (draws.unit() * (within - 1000)));
    }

    public boolean isDeleted(Plan plan, Instant at) {
        return (settings.deletions().share() > 0 || !removals.isEmpty())
                && !deletedAt(plan).isAfter(at);
    }

    /** Returns whether search lists a post at this time. */
    public boolean isListed(Plan plan, Instant at) {
        LateListing late = settings.lateListing();
        if (late.share() == 0) {
            return true;
        }
        SeededRandom draws = SeededRandom.of(settings.seed(), plan.number(), Purpose.LISTING);
        if (!draws.chance(late.share())) {
            return true;
        }
        long delay = Math.round(draws.unit() * late.most().toMillis());
        return !timeline.createdAt(plan.number()).plusMillis(delay).isAfter(at);
    }

    /** Canonical forms of a post's hashtags, once each, in the order of the text. */
    public List<String> hashtags(Plan plan) {
        return Arrays.stream(plan.hashtags())
                .mapToObj(canonical::get)
                .distinct()
                .toList();
    }

    /** Returns the hashtag at this index of the world's list as search or the stream sees it. */
    public String folded(int hashtag, Folding folding) {
        return folded.get(folding).get(hashtag);
    }

    /** Ids of those versions that exist at this time, oldest first. */
    public List<Long> versions(Plan plan, Instant at) {
        return Arrays.stream(plan.versions())
                .filter(number ->
                        number == plan.number() || !timeline.createdAt(number).isAfter(at))
                .mapToObj(timeline::id)
                .toList();
    }

    private Text repost(Plan original) {
        return composer.repost(crowd.account(original.author()), post(original).whole());
    }

    private long conversation(Plan plan) {
        Plan first = plan;
        while (first.kind() == PostKind.REPLY) {
            first = target(first);
        }
        return timeline.id(first.original());
    }
}
