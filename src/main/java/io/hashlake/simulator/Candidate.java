package io.hashlake.simulator;

/** A post that may match a query; its text is written only if the query asks for it. */
final class Candidate {

    private final World world;
    private final Plan plan;
    private Post post;
    private String words;

    Candidate(World world, Plan plan) {
        this.world = world;
        this.plan = plan;
    }

    boolean hasHashtag(String folded) {
        for (int hashtag : plan.hashtags()) {
            if (world.folded(hashtag).equals(folded)) {
                return true;
            }
        }
        return false;
    }

    Account author() {
        return world.crowd().account(plan.author());
    }

    String language() {
        return plan.language().code();
    }

    Kind kind() {
        return plan.kind();
    }

    boolean mentions(String username) {
        return post().whole().marks().stream()
                .anyMatch(mark ->
                        mark.type() == Mark.Type.MENTIONS && mark.value().equalsIgnoreCase(username));
    }

    /** As {@link Folding#words}. */
    String words() {
        if (words == null) {
            words = Folding.words(post().whole().text());
        }
        return words;
    }

    private Post post() {
        if (post == null) {
            post = world.post(plan);
        }
        return post;
    }
}
