package io.hashlake.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.NetworkId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameEraserTest {

    private static final byte[] FRAME = """
            {"did":"did:plc:ada","time_us":1,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post",
            "rkey":"3k","rev":"a","record":{"text":"hello"}}}""".getBytes(StandardCharsets.UTF_8);

    private static Tombstones of(String uri) {
        return new Tombstones(ErasedIds.of(NetworkId.of(uri)), ErasedIds.NONE, ErasedIds.NONE);
    }

    @Test
    void removesTheFrameOfAnErasedPostAndNoOther() {
        FrameEraser eraser = new FrameEraser();

        assertThat(eraser.erase(FRAME, of("at://did:plc:ada/app.bsky.feed.post/3k")))
                .isEmpty();
        assertThat(eraser.erase(FRAME, of("at://did:plc:ada/app.bsky.feed.post/3m")))
                .containsSame(FRAME);
    }

    @Test
    void leavesPayloadsOfOtherNetworksAsTheyAre() {
        byte[] page = "{\"data\":[{\"text\":\"app.bsky.feed.post\"}]}".getBytes(StandardCharsets.UTF_8);

        assertThat(new FrameEraser().erase(page, of("at://did:plc:ada/app.bsky.feed.post/3k")))
                .containsSame(page);
    }
}
