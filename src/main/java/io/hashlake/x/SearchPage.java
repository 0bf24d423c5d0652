package io.hashlake.x;

import io.hashlake.tweet.Payload;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Tweet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one page holds.
 *
 * @param tweets as served, newest first; followed hashtags are not attributed yet
 * @param rejected what of the page could not be made a tweet, or described one wrongly
 * @param partialErrors how many things X says it could not give with this page
 * @param newestId of the whole page, rejected tweets included; empty for an empty page
 * @param oldestId likewise
 * @param nextToken what to ask the next page with; empty on the last one
 * @param payload the page as received, where it is wanted
 */
public record SearchPage(
        List<Tweet> tweets,
        List<Rejected> rejected,
        int partialErrors,
        OptionalLong newestId,
        OptionalLong oldestId,
        Optional<String> nextToken,
        Optional<Payload> payload) {

    public SearchPage {
        tweets = List.copyOf(tweets);
        rejected = List.copyOf(rejected);
        Objects.requireNonNull(newestId, "newestId");
        Objects.requireNonNull(oldestId, "oldestId");
        Objects.requireNonNull(nextToken, "nextToken");
        Objects.requireNonNull(payload, "payload");
    }

    /** A page of which nobody keeps what was received. */
    public SearchPage(
            List<Tweet> tweets,
            List<Rejected> rejected,
            int partialErrors,
            OptionalLong newestId,
            OptionalLong oldestId,
            Optional<String> nextToken) {
        this(tweets, rejected, partialErrors, newestId, oldestId, nextToken, Optional.empty());
    }

    /** What several documents hold, one after the other. */
    static SearchPage of(List<SearchPage> pages) {
        return new SearchPage(
                pages.stream().flatMap(page -> page.tweets().stream()).toList(),
                pages.stream().flatMap(page -> page.rejected().stream()).toList(),
                pages.stream().mapToInt(SearchPage::partialErrors).sum(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** The same with what was received. */
    SearchPage withPayload(Payload received) {
        return new SearchPage(tweets, rejected, partialErrors, newestId, oldestId, nextToken, Optional.of(received));
    }
}
