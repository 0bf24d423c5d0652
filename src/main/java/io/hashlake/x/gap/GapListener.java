package io.hashlake.x.gap;

import io.hashlake.core.GapState;

/** Hears what becomes of gaps, so that they can be counted. Called by the thread that fills them; must return at once. */
public interface GapListener {

    /** Ignores all events. */
    GapListener NONE = new GapListener() {
        @Override
        public void open(String source, long gaps) {}

        @Override
        public void found(long posts) {}

        @Override
        public void settled(GapState state) {}
    };

    /** The number of the source's open gaps; reported once per turn for every source that had any since the start. */
    void open(String source, long gaps);

    /** Posts that were missing were handed on. */
    void found(long posts);

    /** A gap, or a part of one, was settled. */
    void settled(GapState state);
}
