package io.hashlake.x.json;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.tweet.Tweet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Content of one page of results.
 *
 * @param tweets as served, newest first; followed hashtags are not attributed yet
 * @param rejected what of the page could not be made a tweet, or described one wrongly
 * @param partialErrors how many things X says it could not give with this page
 * @param newestId of the whole page, rejected tweets included; empty for an empty page
 * @param oldestId likewise
 * @param nextToken what to ask the next page with; empty on the last one
 * @param missing how many more posts the page announces than it holds; empty where it announces none
 * @param payload the page as received, where it is wanted
 * @param included what came with the posts
 */
public record SearchPage(
        List<Tweet> tweets,
        List<Rejected> rejected,
        int partialErrors,
        OptionalLong newestId,
        OptionalLong oldestId,
        Optional<String> nextToken,
        OptionalInt missing,
        Optional<Payload> payload,
        IncludedIds included) {

    /** A page of nothing. */
    public static final SearchPage EMPTY =
            new SearchPage(List.of(), List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    public SearchPage {
        tweets = List.copyOf(tweets);
        rejected = List.copyOf(rejected);
        Objects.requireNonNull(newestId, "newestId");
        Objects.requireNonNull(oldestId, "oldestId");
        Objects.requireNonNull(nextToken, "nextToken");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(included, "included");
    }

    /** A page without its payload, with which nothing came. */
    public SearchPage(
            List<Tweet> tweets,
            List<Rejected> rejected,
            int partialErrors,
            OptionalLong newestId,
            OptionalLong oldestId,
            Optional<String> nextToken,
            OptionalInt missing) {
        this(
                tweets,
                rejected,
                partialErrors,
                newestId,
                oldestId,
                nextToken,
                missing,
                Optional.empty(),
                IncludedIds.NONE);
    }

    /** A page that holds as many posts as it announces. */
    public SearchPage(
            List<Tweet> tweets,
            List<Rejected> rejected,
            int partialErrors,
            OptionalLong newestId,
            OptionalLong oldestId,
            Optional<String> nextToken) {
        this(tweets, rejected, partialErrors, newestId, oldestId, nextToken, OptionalInt.of(0));
    }

    /** Merges the pages of several documents, in their order. */
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
    public SearchPage withPayload(Payload received) {
        return with(Optional.of(received), included);
    }

    /** The same with what came with the posts. */
    SearchPage withIncluded(IncludedIds ids) {
        return with(payload, ids);
    }

    private SearchPage with(Optional<Payload> received, IncludedIds ids) {
        return new SearchPage(tweets, rejected, partialErrors, newestId, oldestId, nextToken, missing, received, ids);
    }

    public boolean isEmpty() {
        return newestId.isEmpty();
    }

    /** Returns whether the page holds fewer posts than it announces. */
    public boolean isShort() {
        return missing.orElse(0) > 0;
    }
}
