package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.util.Arrays;

/**
 * Relation between posts and their edits: about one post in a hundred is edited. An edit is a post of its own, a little
 * later.
 */
public final class EditChains {

    /** X lets a post be edited for this long. */
    public static final Duration EDITABLE = Duration.ofHours(1);

    /** Chains stay inside a block of this many posts, so that a post's chain is found without a search. */
    private static final int BLOCK = 64;

    private static final double BLOCKS_WITH_EDITS = 0.6;
    private static final long[] NONE = {};

    private final PostTimeline timeline;

    EditChains(PostTimeline timeline) {
        this.timeline = timeline;
    }

    /** Numbers of all versions, oldest first; this number alone if it was never edited. */
    long[] of(long number) {
        long[] chain = inBlock(number / BLOCK);
        return Arrays.binarySearch(chain, number) >= 0 ? chain : new long[] {number};
    }

    private long[] inBlock(long block) {
        SeededRandom draws = SeededRandom.of(timeline.seed(), block, Purpose.EDITS);
        if (!draws.chance(BLOCKS_WITH_EDITS)) {
            return NONE;
        }
        long original = block * BLOCK + draws.below(20);
        long edit = original + 1 + draws.below(20);
        long last = edit + draws.below(20);
        if (!isEditable(original, last)) {
            return NONE;
        }
        return edit == last ? new long[] {original, edit} : new long[] {original, edit, last};
    }

    private boolean isEditable(long original, long last) {
        return Duration.between(Snowflake.time(timeline.id(original)), Snowflake.time(timeline.id(last)))
                        .compareTo(EDITABLE)
                < 0;
    }
}
