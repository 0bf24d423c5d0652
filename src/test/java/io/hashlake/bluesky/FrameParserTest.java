package io.hashlake.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {

    /** Frames of the first wire as the network sent them, one a line; they are no part of the project. */
    private static final String FRAMES = System.getProperty("hashlake.jetstream-frames", "");

    private static final Instant SEEN = Instant.parse("2026-07-04T14:38:08.085434Z");
    private static final String RECORD = """
            {"$type":"app.bsky.feed.post","createdAt":"%s","langs":["pt","en"],"text":"😂 #Olá @ana.example x",\
            "facets":[{"index":{"byteStart":5,"byteEnd":10},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Olá"}]},\
            {"index":{"byteStart":11,"byteEnd":23},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:ana"}]}],\
            "tags":["aside","olá",""],"reply":{"root":{"uri":"at://did:plc:r/app.bsky.feed.post/1"},\
            "parent":{"uri":"at://did:plc:p/app.bsky.feed.post/2"}},"embed":{"$type":"app.bsky.embed.recordWithMedia",\
            "record":{"record":{"uri":"at://did:plc:q/app.bsky.feed.post/3"}},"media":{"images":[{"alt":"a chart"}]}}}""";

    private final FrameParser parser = new FrameParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"did\":\"did:plc:a\",\"time_us\":1783175888085434,\"kind\":\"commit\",\"commit\":{\"rev\":\"r\",\"operation\":"
                        + "\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\",\"record\":%s}}",
                "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#commit\",\"seq\":7,"
                        + "\"time\":\"2026-07-04T14:38:08.085434Z\",\"did\":\"did:plc:a\",\"rev\":\"r\",\"operation\":\"create\","
                        + "\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\",\"record\":%s}}"
            })
    void readsAPostOfEitherWire(String wire) throws Exception {
        Tweet post = post(wire.formatted(RECORD.formatted("2026-07-04T14:38:00Z")));

        assertThat(post.network()).isEqualTo(Network.BLUESKY);
        assertThat(post.uri()).isEqualTo("at://did:plc:a/app.bsky.feed.post/3k");
        assertThat(post.id()).isEqualTo(NetworkId.of(post.uri()));
        assertThat(post.author().id()).isEqualTo(NetworkId.of("did:plc:a"));
        assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-07-04T14:38:00Z"));
        assertThat(post.observedAt()).isEqualTo(SEEN);
        assertThat(post.language()).isEqualTo("pt");
        assertThat(post.entities().hashtags()).extracting(Hashtag::text).containsExactly("Olá", "aside");
        assertThat(post.entities().mentions()).containsExactly("ana.example");
        assertThat(post.references())
                .containsExactly(
                        new Reference(Reference.Type.REPLIED_TO, NetworkId.of("at://did:plc:p/app.bsky.feed.post/2")),
                        new Reference(Reference.Type.QUOTED, NetworkId.of("at://did:plc:q/app.bsky.feed.post/3")));
        assertThat(post.conversationId()).isEqualTo(NetworkId.of("at://did:plc:r/app.bsky.feed.post/1"));
        assertThat(post.inReplyToUserId()).isEqualTo(NetworkId.of("did:plc:p"));
        assertThat(post.mediaAltTexts()).containsExactly("a chart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-01-01T00:00:00Z", "1969-01-01T00:00:00Z", "yesterday"})
    void doesNotBelieveAnImpossibleTime(String createdAt) throws Exception {
        Tweet post = post("{\"did\":\"did:plc:a\",\"time_us\":1783175888085434,\"kind\":\"commit\",\"commit\":{"
                + "\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\",\"record\":"
                + RECORD.formatted(createdAt) + "}}");

        assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-07-04T14:38:08.085Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"time_us\":\"soon\"}",
                "{\"payload\":{\"time\":\"soon\"}}",
                "{\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"collection\":\"app.bsky.feed.post\"}}"
            })
    void saysWhatIsNoFrame(String frame) {
        assertThatThrownBy(() -> parser.parse(frame)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void anErrorOfTheSecondWireEndsTheConnection() {
        assertThatThrownBy(() -> parser.parse("{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}"))
                .isInstanceOf(JetstreamException.class)
                .hasMessageContaining("ConsumerTooSlow");
    }

    @Test
    void anAccountThatIsNotActiveIsGone() throws Exception {
        String frame = "{\"did\":\"did:plc:a\",\"time_us\":1,\"kind\":\"account\",\"account\":{\"active\":%s}}";

        assertThat(parser.parse(frame.formatted(false))).isEqualTo(new JetstreamEvent.Gone(1, "did:plc:a"));
        assertThat(parser.parse(frame.formatted(true))).isEqualTo(new JetstreamEvent.Other(1));
    }

    @Test
    void readsWhatTheNetworkSends() throws Exception {
        assumeTrue(!FRAMES.isEmpty(), "no frames in -Dhashlake.jetstream-frames");
        List<String> hashtags = new ArrayList<>();
        for (String frame : Files.readAllLines(Path.of(FRAMES))) {
            JetstreamEvent event = parser.parse(frame);
            assertThat(event.micros()).isPositive();
            if (event instanceof JetstreamEvent.Written written) {
                PostReader.read(written, SEEN).entities().hashtags().forEach(hashtag -> hashtags.add(hashtag.text()));
            }
        }
        assertThat(hashtags)
                .containsExactly("HowToTellAiToShutUp", "IndieRebellion", "talesatwonderworld", "balanwonderworldoc");
    }

    private Tweet post(String frame) throws Exception {
        return PostReader.read((JetstreamEvent.Written) parser.parse(frame), SEEN);
    }
}
