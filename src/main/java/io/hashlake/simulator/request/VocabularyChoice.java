package io.hashlake.simulator.request;

import io.hashlake.simulator.settings.Vocabulary;
import java.util.Arrays;
import java.util.Set;

/** Finds out by which vocabulary a request asks. */
public final class VocabularyChoice {

    private final Set<Vocabulary> spoken;

    public VocabularyChoice(Set<Vocabulary> spoken) {
        this.spoken = spoken;
    }

    /**
     * The vocabulary in which to read and answer. One that is not spoken is never returned: its names are then unknown
     * ones to whoever reads the request.
     */
    public Vocabulary of(Parameters parameters) {
        Vocabulary asked = asked(parameters);
        return spoken.contains(asked) ? asked : spoken.iterator().next();
    }

    /** The only vocabulary that is spoken, or that of X's prose. */
    public Vocabulary otherwise() {
        return spoken.contains(Vocabulary.TWEET) ? Vocabulary.TWEET : Vocabulary.POST;
    }

    private Vocabulary asked(Parameters parameters) {
        if (parameters.has("post.fields")
                || mentions(parameters, "expansions", "referenced_posts", "edit_history_post_ids")
                || mentions(parameters, "search_count.fields", "post_count")) {
            return Vocabulary.POST;
        }
        boolean saysTweet = parameters.has("tweet.fields")
                || mentions(parameters, "expansions", "referenced_tweets.id", "edit_history_tweet_ids")
                || mentions(parameters, "search_count.fields", "tweet_count");
        return saysTweet ? Vocabulary.TWEET : otherwise();
    }

    private static boolean mentions(Parameters parameters, String parameter, String... names) {
        String value = parameters.text(parameter).orElse("");
        return Arrays.stream(value.split(",")).anyMatch(Arrays.asList(names)::contains);
    }
}
