package io.hashlake.app.wiring;

import io.hashlake.core.GapState;
import io.hashlake.observability.Meters;
import io.hashlake.x.gap.GapListener;

/** Counts what becomes of gaps. */
record GapMeters(Meters meters) implements GapListener {

    @Override
    public void open(String source, long gaps) {
        meters.gapsOpen(source, gaps);
    }

    @Override
    public void found(long posts) {
        meters.gapPosts(posts);
    }

    @Override
    public void settled(GapState state) {
        meters.gapSettled(state);
    }
}
