package io.hashlake.simulator.truth;

import java.time.Instant;
import java.util.List;

/**
 * A post that went out over a stream.
 *
 * @param session number of the {@link StreamSession}
 * @param id of the post
 * @param servedAt when it went out
 * @param tags of the rules that it matched, a rule's value where it has no tag; empty on the sample stream
 */
public record StreamDelivery(int session, long id, Instant createdAt, Instant servedAt, List<String> tags) {

    public StreamDelivery {
        tags = List.copyOf(tags);
    }
}
