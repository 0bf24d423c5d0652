package io.hashlake.simulator.query;

import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.SimulatedAccount;
import io.hashlake.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A post that may match a query; its text is written only if the query asks for it. On a stream the post that it quotes or
 * reposts counts as part of it.
 */
public final class CandidatePost {

    private final World world;
    private final Plan plan;
    private final Plan included;
    private final Folding folding;
    private Post post;
    private String words;

    public CandidatePost(World world, Plan plan, Folding folding) {
        this.world = world;
        this.plan = plan;
        this.folding = folding;
        this.included = folding == Folding.STREAM && includes(plan.kind()) ? world.target(plan) : null;
    }

    boolean hasHashtag(String folded) {
        return hasHashtag(plan, folded) || included != null && hasHashtag(included, folded);
    }

    /** Every hashtag by which it can be found, folded; some perhaps twice. */
    public List<String> hashtags() {
        List<String> hashtags = new ArrayList<>(4);
        addHashtags(plan, hashtags);
        if (included != null) {
            addHashtags(included, hashtags);
        }
        return hashtags;
    }

    SimulatedAccount author() {
        return world.crowd().account(plan.author());
    }

    String language() {
        return plan.language().code();
    }

    PostKind kind() {
        return plan.kind();
    }

    boolean mentions(String username) {
        return post().whole().marks().stream()
                .anyMatch(mark ->
                        mark.type() == Mark.Type.MENTIONS && mark.value().equalsIgnoreCase(username));
    }

    /** Returns the words of {@link Folding#words}. */
    String words() {
        if (words == null) {
            String own = folding.words(post().whole().text());
            words = included == null
                    ? own
                    : own + folding.words(world.post(included).whole().text());
        }
        return words;
    }

    private static boolean includes(PostKind kind) {
        return kind == PostKind.QUOTE || kind == PostKind.REPOST;
    }

    private boolean hasHashtag(Plan part, String folded) {
        for (int hashtag : part.hashtags()) {
            if (world.folded(hashtag, folding).equals(folded)) {
                return true;
            }
        }
        return false;
    }

    private void addHashtags(Plan part, List<String> hashtags) {
        for (int hashtag : part.hashtags()) {
            hashtags.add(world.folded(hashtag, folding));
        }
    }

    private Post post() {
        if (post == null) {
            post = world.post(plan);
        }
        return post;
    }
}
