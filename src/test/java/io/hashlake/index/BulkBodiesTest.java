package io.hashlake.index;

import static io.hashlake.index.IndexSamples.ALIAS;
import static io.hashlake.index.IndexSamples.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BulkBodiesTest {

    @Property(tries = 200)
    void bodiesHoldEveryPostOnceInOrderAndExceedTheLimitForASinglePostAlone(
            @ForAll @Size(max = 20) List<@StringLength(max = 300) String> texts,
            @ForAll @IntRange(min = 1, max = 3_000) int maxBytes) {
        List<PendingPost> posts = posts(texts);

        List<BulkBody> bodies = cut(posts, maxBytes);

        assertThat(bodies)
                .allMatch(
                        body -> body.bytes().length <= maxBytes || body.posts().size() == 1);
        assertThat(bodies.stream().flatMap(body -> body.posts().stream())).containsExactlyElementsOf(posts);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        posts.forEach(post -> all.writeBytes(PostDocument.lines(post.tweet(), ALIAS)));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        bodies.forEach(body -> sent.writeBytes(body.bytes()));
        assertThat(sent.toByteArray()).isEqualTo(all.toByteArray());
    }

    @Property(tries = 200)
    void aBodyIsAsFullAsItCanBe(
            @ForAll @Size(max = 20) List<@StringLength(max = 300) String> texts,
            @ForAll @IntRange(min = 500, max = 3_000) int maxBytes) {
        List<BulkBody> bodies = cut(posts(texts), maxBytes);

        for (int i = 1; i < bodies.size(); i++) {
            byte[] next = PostDocument.lines(bodies.get(i).posts().get(0).tweet(), ALIAS);
            assertThat(bodies.get(i - 1).bytes().length + next.length).isGreaterThan(maxBytes);
        }
    }

    @Test
    void noPostsMakeNoBody() {
        assertThat(cut(List.of(), 10)).isEmpty();
    }

    private static List<PendingPost> posts(List<String> texts) {
        List<PendingPost> posts = new ArrayList<>();
        for (String text : texts) {
            posts.add(new PendingPost(
                    "a", post(posts.size() + 1L).toBuilder().text(text).build()));
        }
        return posts;
    }

    private static List<BulkBody> cut(List<PendingPost> posts, int maxBytes) {
        List<BulkBody> bodies = new ArrayList<>();
        new BulkBodies(posts, ALIAS, maxBytes).forEachRemaining(bodies::add);
        return bodies;
    }
}
