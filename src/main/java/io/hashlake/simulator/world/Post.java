package io.hashlake.simulator.world;

import java.time.Instant;

/**
 * A post of the world.
 *
 * @param text what X gives as {@code text}
 * @param whole the whole text of a long post, of any other the same as {@code text}
 * @param repliedTo whom it answers; null if nobody
 */
public record Post(
        Plan plan,
        long id,
        Instant createdAt,
        SimulatedAccount author,
        Text text,
        Text whole,
        long conversation,
        SimulatedAccount repliedTo) {

    public boolean isLong() {
        return text != whole;
    }
}
