package io.hashlake.pipeline.sink;

import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.TombstoneSource;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps what was erased from every sink: every batch passes here, whether a source, a file, Kafka or a gap's filler brings it. */
public record TombstoneFilter(TombstoneSource tombstones, PayloadEraser payloads) {

    static final TombstoneFilter NONE =
            new TombstoneFilter(TombstoneSource.NONE, (json, tombstones) -> Optional.of(json));

    /** @throws IOException if the tombstones are not known yet */
    TweetBatch apply(TweetBatch batch) throws IOException {
        return without(tombstones.current(), batch);
    }

    /** The batch without what was erased; itself where it has nothing of that. */
    public TweetBatch without(Tombstones erased, TweetBatch batch) {
        if (erased.isEmpty() || batch.tweets().stream().noneMatch(erased::touch)) {
            return batch;
        }
        List<Tweet> kept = batch.tweets().stream()
                .filter(tweet -> !erased.cover(tweet))
                .map(erased::withoutPlace)
                .toList();
        List<Payload> left = batch.payloads().stream()
                .flatMap(payload -> without(erased, payload))
                .toList();
        return new TweetBatch(batch.origin(), batch.start(), batch.end(), kept, batch.rejected(), left);
    }

    private Stream<Payload> without(Tombstones erased, Payload payload) {
        return payloads.erase(payload.json(), erased).map(json -> new Payload(payload.receivedAt(), json)).stream();
    }
}
