package io.hashlake.bluesky;

import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.NetworkId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Removes the frames of erased posts. A frame has one post, so it goes as a whole. */
public final class FrameEraser implements PayloadEraser {

    private final FrameParser parser = new FrameParser();

    @Override
    public Optional<byte[]> erase(byte[] json, Tombstones tombstones) {
        String frame = new String(json, StandardCharsets.UTF_8);
        return frame.contains(FrameParser.POSTS) && isErased(frame, tombstones) ? Optional.empty() : Optional.of(json);
    }

    private boolean isErased(String frame, Tombstones tombstones) {
        try {
            return parser.parse(frame) instanceof JetstreamEvent.Written post
                    && tombstones.posts().contains(NetworkId.of(post.uri()));
        } catch (MalformedFrameException | JetstreamException e) {
            return false;
        }
    }
}
