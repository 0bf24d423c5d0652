package io.hashlake.app.wiring;

import io.hashlake.core.Gap;
import io.hashlake.core.Gaps;
import io.hashlake.lake.store.Damage;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.observability.Meters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Declares a damaged file of posts as a gap of the lake, and counts every damaged object. */
final class LakeDamage implements DamageListener {

    /** Stands in the ledger where a source stands otherwise: the warehouse has these posts, so no search is paid for them. */
    private static final String SOURCE = "lake";

    private final Gaps gaps;
    private final Meters meters;

    LakeDamage(Gaps gaps, Meters meters) {
        this.gaps = gaps;
        this.meters = meters;
    }

    @Override
    public void found(Damage damage) throws IOException {
        Optional<Instant> day = damage.day();
        if (day.isPresent()) {
            gaps.declare(new Gap(SOURCE, day.get(), day.get().plus(Duration.ofDays(1)), damage.toString()));
        }
        meters.lakeDamaged();
    }
}
