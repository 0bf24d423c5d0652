package io.hashlake.x.stream;

import io.hashlake.x.client.RequestResult;
import io.hashlake.x.json.StreamLine;
import java.time.Instant;
import java.util.Collection;

/** Gives every post to every source. */
final class SampleAudience implements Audience {

    private final Followers followers;

    SampleAudience(Followers followers) {
        this.followers = followers;
    }

    @Override
    public RequestResult<?> prepare() {
        return RequestResult.ok(true);
    }

    @Override
    public boolean isDue(Instant now) {
        return false;
    }

    @Override
    public Collection<StreamSource> of(StreamLine line) {
        return followers.all();
    }
}
