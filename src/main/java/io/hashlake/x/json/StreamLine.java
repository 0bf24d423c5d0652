package io.hashlake.x.json;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.draft.MatchedRule;
import java.util.List;

/**
 * Content of one line of a stream: one post, if all is well.
 *
 * @param tweets followed hashtags are not attributed yet
 * @param rejected what of the line could not be made a tweet, or described one wrongly
 * @param included what came with the post
 * @param matchedRules those that the post matched; none on a sample stream
 */
public record StreamLine(
        List<Tweet> tweets, List<Rejected> rejected, IncludedIds included, List<MatchedRule> matchedRules) {

    public StreamLine {
        tweets = List.copyOf(tweets);
        rejected = List.copyOf(rejected);
        matchedRules = List.copyOf(matchedRules);
    }

    /** A line with whose post nothing came. */
    public StreamLine(List<Tweet> tweets, List<Rejected> rejected, List<MatchedRule> matchedRules) {
        this(tweets, rejected, IncludedIds.NONE, matchedRules);
    }
}
