package io.hashlake.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.NetworkId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusEraserTest {

    private final StatusEraser eraser = new StatusEraser();

    private static Tombstones of(String uri) {
        return new Tombstones(ErasedIds.of(NetworkId.of(uri)), ErasedIds.NONE, ErasedIds.NONE);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void removesAnErasedPostAndItsBoostsFromAPage() {
        byte[] page = bytes("[{\"uri\":\"a\"},{\"uri\":\"b\"},{\"uri\":\"c\",\"reblog\":{\"uri\":\"a\"}}]");

        assertThat(eraser.erase(page, of("a")))
                .hasValueSatisfying(left -> assertThat(left).isEqualTo(bytes("[{\"uri\":\"b\"}]")));
    }

    @Test
    void leavesOtherPayloadsAsTheyAre() {
        for (String other : new String[] {"[{\"uri\":\"b\"}]", "{\"uri\":\"a\"}", "[", ""}) {
            byte[] payload = bytes(other);
            assertThat(eraser.erase(payload, of("a"))).containsSame(payload);
        }
    }
}
