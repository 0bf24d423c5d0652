package io.hashlake.pipeline.erasure;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.pipeline.sink.TombstoneFilter;
import io.hashlake.pipeline.spool.SpooledSink;
import java.io.IOException;
import java.util.List;

/** Takes erased posts out of what waits on disk for a sink of this process. */
public record SpoolErasure(SpooledSink sink, TombstoneFilter filter) implements Erasure {

    @Override
    public String store() {
        return "spool";
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        return sink.rewrite(batch -> filter.without(tombstones, batch));
    }

    @Override
    public String contents() {
        return new Quantity(sink.bytes(), "byte").orEmpty();
    }

    /** Hands on what waits without its posts, so that nothing is left when the sink has it. */
    @Override
    public void eraseAll() throws IOException {
        sink.rewrite(batch -> batch.withTweets(List.of()));
    }
}
