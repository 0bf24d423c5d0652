package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;

/** Plans any post by its number. */
final class Planner {

    private static final double QUOTES = 0.08;
    private static final double REPLIES = 0.2;
    private static final double LONG = 0.04;
    private static final int REACH = 300;

    /** Number of hashtags per post, by twentieths: one post has none, eleven have one, five two, three three. */
    private static final int[] HASHTAGS = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3};

    private final WorldSettings settings;
    private final EditChains chains;
    private final int crowd;

    Planner(WorldSettings settings, EditChains chains, int crowd) {
        this.settings = settings;
        this.chains = chains;
        this.crowd = crowd;
    }

    Plan plan(long number) {
        long[] versions = chains.of(number);
        PostKind kind = versions.length == 1 ? kind(number) : PostKind.ORIGINAL;
        if (kind == PostKind.REPOST) {
            return repost(number, versions);
        }
        SeededRandom draws = SeededRandom.of(settings.seed(), versions[0], Purpose.PLAN);
        return new Plan(
                number,
                versions,
                kind,
                kind == PostKind.ORIGINAL ? number : target(number),
                draws.rank(crowd),
                SimulatedLanguage.of(draws.unit()),
                hashtags(draws),
                draws.chance(LONG));
    }

    /** Somebody else says the same. */
    private Plan repost(long number, long[] versions) {
        Plan original = plan(target(number));
        int author = SeededRandom.of(settings.seed(), number, Purpose.PLAN).rank(crowd);
        return new Plan(
                number,
                versions,
                PostKind.REPOST,
                original.number(),
                author,
                original.language(),
                original.hashtags(),
                false);
    }

    /** Nothing refers to a repost; a post that would is an original. */
    private PostKind kind(long number) {
        PostKind kind = drawnKind(number);
        boolean refersToRepost = kind != PostKind.ORIGINAL && drawnKind(target(number)) == PostKind.REPOST;
        return refersToRepost ? PostKind.ORIGINAL : kind;
    }

    private PostKind drawnKind(long number) {
        double draw = SeededRandom.of(settings.seed(), number, Purpose.KIND).unit() - settings.reposts();
        if (draw < 0) {
            return PostKind.REPOST;
        }
        return draw < QUOTES ? PostKind.QUOTE : draw < QUOTES + REPLIES ? PostKind.REPLY : PostKind.ORIGINAL;
    }

    private long target(long number) {
        return Math.max(
                0,
                number
                        - 1
                        - SeededRandom.of(settings.seed(), number, Purpose.TARGET)
                                .below(REACH));
    }

    private int[] hashtags(SeededRandom draws) {
        int[] hashtags = new int
                [Math.min(
                        HASHTAGS[draws.below(HASHTAGS.length)],
                        settings.hashtags().size())];
        for (int i = 0; i < hashtags.length; ) {
            int drawn = draws.rank(settings.hashtags().size());
            if (!isAmong(hashtags, i, drawn)) {
                hashtags[i++] = drawn;
            }
        }
        return hashtags;
    }

    private static boolean isAmong(int[] hashtags, int length, int hashtag) {
        for (int i = 0; i < length; i++) {
            if (hashtags[i] == hashtag) {
                return true;
            }
        }
        return false;
    }
}
