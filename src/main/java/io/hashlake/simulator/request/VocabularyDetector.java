package io.hashlake.simulator.request;

import io.hashlake.simulator.settings.SimulatorVocabulary;
import java.util.Arrays;
import java.util.Set;

/** Finds out by which vocabulary a request asks. */
public final class VocabularyDetector {

    private final Set<SimulatorVocabulary> spoken;

    public VocabularyDetector(Set<SimulatorVocabulary> spoken) {
        this.spoken = spoken;
    }

    /**
     * The vocabulary in which to read and answer. One that is not spoken is never returned: its names are then unknown
     * ones to whoever reads the request.
     */
    public SimulatorVocabulary of(RequestParameters parameters) {
        SimulatorVocabulary asked = asked(parameters);
        return spoken.contains(asked) ? asked : spoken.iterator().next();
    }

    /** The only vocabulary that is spoken, or that of X's prose. */
    public SimulatorVocabulary otherwise() {
        return spoken.contains(SimulatorVocabulary.TWEET) ? SimulatorVocabulary.TWEET : SimulatorVocabulary.POST;
    }

    private SimulatorVocabulary asked(RequestParameters parameters) {
        if (parameters.has("post.fields")
                || mentions(parameters, "expansions", "referenced_posts", "edit_history_post_ids")
                || mentions(parameters, "search_count.fields", "post_count")) {
            return SimulatorVocabulary.POST;
        }
        boolean saysTweet = parameters.has("tweet.fields")
                || mentions(parameters, "expansions", "referenced_tweets.id", "edit_history_tweet_ids")
                || mentions(parameters, "search_count.fields", "tweet_count");
        return saysTweet ? SimulatorVocabulary.TWEET : otherwise();
    }

    private static boolean mentions(RequestParameters parameters, String parameter, String... names) {
        String value = parameters.text(parameter).orElse("");
        return Arrays.stream(value.split(",")).anyMatch(Arrays.asList(names)::contains);
    }
}
