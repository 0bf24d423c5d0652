package io.hashlake.simulator.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Frames of the first wire. Each follows from the world and a post's number, so a stream can be replayed from anywhere. */
final class SkeetFrames {

    /** Each so many posts the author of one deletes it again. */
    private static final int BETWEEN_DELETIONS = 40;

    /** Number of posts after which a post is deleted. */
    private static final int DELETED_AFTER = 20;

    private static final int BETWEEN_IDENTITIES = 10;
    private static final int TAGGED_ASIDE = 5;

    private final World world;
    private final ObjectMapper json = new ObjectMapper();

    SkeetFrames(World world) {
        this.world = world;
    }

    boolean isPost(long number) {
        return number >= world.timeline().first() && world.plan(number).kind() != PostKind.REPOST;
    }

    boolean isDeleted(long number) {
        return number % BETWEEN_DELETIONS == 0;
    }

    /** Returns the time at which the instance sees it, in microseconds since 1970. */
    long micros(long number) {
        return world.timeline().createdAt(number).toEpochMilli() * 1_000 + number % 1_000;
    }

    /** Frames that come at the time of this post, in their order. */
    List<String> at(long number) {
        List<String> frames = new ArrayList<>();
        if (isPost(number)) {
            frames.add(post(number, true));
        }
        if (isDeleted(number - DELETED_AFTER) && isPost(number - DELETED_AFTER)) {
            frames.add(deletion(number - DELETED_AFTER, micros(number)));
        }
        if (number % BETWEEN_IDENTITIES == 0) {
            frames.add(identity(author(number), micros(number)));
        }
        return frames;
    }

    String withoutText(long number) {
        return post(number, false);
    }

    private String post(long number, boolean hasText) {
        Plan plan = world.plan(number);
        Post post = world.post(plan);
        ObjectNode frame = frame(post.author().id(), micros(number), "commit");
        ObjectNode commit = commit(frame, "create", number);
        ObjectNode content = commit.putObject("record")
                .put("$type", SkeetIdentity.POSTS)
                .put("createdAt", post.createdAt().toString());
        content.putArray("langs").add(plan.language().code());
        if (hasText) {
            content.put("text", post.whole().text());
        }
        writeHashtags(post, content);
        writeReferences(plan, content);
        return frame.toString();
    }

    private void writeHashtags(Post post, ObjectNode content) {
        ArrayNode facets = content.putArray("facets");
        boolean isAside = post.plan().number() % TAGGED_ASIDE == 0;
        for (Mark mark : post.whole().marks()) {
            if (mark.type() == Mark.Type.HASHTAGS && !isAside) {
                writeFacet(post.whole().text(), mark, facets);
            } else if (mark.type() == Mark.Type.HASHTAGS) {
                content.withArray("tags").add(mark.value());
            }
        }
    }

    private static void writeFacet(String text, Mark mark, ArrayNode facets) {
        ObjectNode facet = facets.addObject();
        facet.putObject("index").put("byteStart", bytes(text, mark.start())).put("byteEnd", bytes(text, mark.end()));
        facet.putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#tag")
                .put("tag", mark.value());
    }

    private static int bytes(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints)).getBytes(StandardCharsets.UTF_8).length;
    }

    private void writeReferences(Plan plan, ObjectNode content) {
        if (plan.kind() == PostKind.REPLY) {
            ObjectNode reply = content.putObject("reply");
            reply.putObject("root").put("uri", uri(plan.target()));
            reply.putObject("parent").put("uri", uri(plan.target()));
        } else if (plan.kind() == PostKind.QUOTE) {
            ObjectNode embed = content.putObject("embed").put("$type", "app.bsky.embed.record");
            embed.putObject("record").put("uri", uri(plan.target()));
        }
    }

    String uri(long number) {
        return SkeetIdentity.uri(author(number), micros(number));
    }

    private long author(long number) {
        return world.crowd().account(world.plan(number).author()).id();
    }

    private String deletion(long number, long micros) {
        ObjectNode frame = frame(author(number), micros, "commit");
        commit(frame, "delete", number);
        return frame.toString();
    }

    /** Returns a frame of another kind, as they come while no post is written. */
    String ofNoPost(Instant now) {
        return identity(1, now.toEpochMilli() * 1_000);
    }

    private String identity(long account, long micros) {
        ObjectNode frame = frame(account, micros, "identity");
        frame.putObject("identity").put("did", SkeetIdentity.did(account));
        return frame.toString();
    }

    private ObjectNode frame(long account, long micros, String kind) {
        return json.createObjectNode()
                .put("did", SkeetIdentity.did(account))
                .put("time_us", micros)
                .put("kind", kind);
    }

    private ObjectNode commit(ObjectNode frame, String operation, long number) {
        return frame.putObject("commit")
                .put("rev", SkeetIdentity.key(micros(number) + 1))
                .put("operation", operation)
                .put("collection", SkeetIdentity.POSTS)
                .put("rkey", SkeetIdentity.key(micros(number)));
    }
}
