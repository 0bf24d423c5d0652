package io.hashlake.app.command.output;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.GapState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/**
 * A gap as it is listed.
 *
 * @param state open, closed or unclosable
 * @param filled whether all that X still gives of it is committed
 */
@RegisterForReflection
public record GapLine(
        String source, Instant from, Instant to, String reason, String state, boolean filled, long posts, String note) {

    public static GapLine of(DeclaredGap gap) {
        return new GapLine(
                gap.gap().source(),
                gap.gap().from(),
                gap.gap().to(),
                gap.gap().reason(),
                gap.state().name().toLowerCase(Locale.ROOT),
                gap.state() == GapState.CLOSED,
                gap.postsFound(),
                gap.note());
    }
}
