package io.hashlake.x.stream;

import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.StreamLine;
import java.time.Instant;
import java.util.Collection;

/** Receivers of a stream's posts. */
interface Audience {

    /** Makes X send what the sources want; stops those whose rules X refuses. */
    RequestResult<?> prepare() throws InterruptedException;

    /** Returns whether {@link #prepare} should be called again while the stream is read. */
    boolean isDue(Instant now);

    /** Returns the sources to which a line belongs; none if no source follows it. */
    Collection<StreamSource> of(StreamLine line);
}
