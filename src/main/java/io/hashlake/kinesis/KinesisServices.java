package io.hashlake.kinesis;

import io.hashlake.core.Cursors;
import io.hashlake.core.Gaps;
import java.time.Clock;
import java.util.Optional;

/**
 * Collaborators of the sources.
 *
 * @param published stream to which this process publishes; empty if it does not
 * @param keepsPayloads whether batches carry the records as received
 */
public record KinesisServices(
        KinesisConfig config,
        Cursors cursors,
        Gaps gaps,
        Clock clock,
        Optional<String> published,
        boolean keepsPayloads) {

    /**
     * The stream of this name, for reading.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public KinesisStream stream(String name) {
        if (published.equals(Optional.of(name))) {
            throw new IllegalArgumentException(
                    "this process publishes to the stream " + name + ", and would publish again what it reads from it");
        }
        return new KinesisStream(config, name).requireWhole();
    }
}
