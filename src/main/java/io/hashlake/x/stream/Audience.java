package io.hashlake.x.stream;

import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.StreamLine;
import java.time.Instant;
import java.util.Collection;

/** Receivers of a stream's posts. */
interface Audience {

    /** Makes X send what the sources want; those whose wish X does not grant are stopped. */
    RequestResult<?> prepare() throws InterruptedException;

    /** Returns whether {@link #prepare} should be called again while the stream is read. */
    boolean isDue(Instant now);

    /** The sources to which a line belongs; none if nobody follows it. */
    Collection<StreamSource> of(StreamLine line);
}
