package io.hashlake.x.json;

import io.hashlake.core.Rejected;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.x.json.draft.EntitiesDraft;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.Medium;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.UnusableValueException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Puts a page's tweets together with what they refer to, once all of it is read. */
final class PageAssembler {

    /** Bytes kept of a rejected piece. */
    static final int MAX_PAYLOAD = 64 << 10;

    private static final String NO_POST = "it stands in a list of posts, but is none";
    private static final int MAX_MISSING = 1_000;

    private final PageDraft page;
    private final byte[] input;
    private final ReadContext observation;
    private final List<Tweet> tweets;
    private final List<Rejected> rejected = new ArrayList<>(0);

    PageAssembler(PageDraft page, byte[] input, ReadContext observation) {
        this.page = page;
        this.input = input;
        this.observation = observation;
        this.tweets = new ArrayList<>(page.tweets.size());
    }

    SearchPage assemble() {
        page.tweets.forEach(this::add);
        page.unreadable().forEach(value -> observation.listener().unreadable(observation.origin(), value));
        return new SearchPage(
                        tweets,
                        rejected,
                        page.partialErrors,
                        newest(),
                        oldest(),
                        Optional.ofNullable(page.nextToken),
                        page.resultCount < 0 ? OptionalInt.empty() : missing())
                .withIncluded(new IncludedIds(page.originals.keySet(), page.users.keySet()));
    }

    /** Rejects an item of a list of posts that is not a post. */
    void rejectOther(TweetDraft other) {
        reject(other.isEmpty ? other.defects().get("id") : NO_POST, other.start, other.end);
    }

    /** An item that cannot be read is none that was left out. */
    private OptionalInt missing() {
        return OptionalInt.of((int) Math.min(MAX_MISSING, Math.max(0, page.resultCount - page.tweets.size())));
    }

    /** The items' own ids count; what is told of them only where an item's id cannot be read. */
    private OptionalLong newest() {
        long newest = Ids.NONE;
        boolean isTold = false;
        for (TweetDraft draft : page.tweets) {
            newest = Math.max(newest, draft.id);
            isTold |= draft.id == Ids.NONE;
        }
        return given(isTold ? Math.max(newest, page.newestId) : newest);
    }

    private OptionalLong oldest() {
        long oldest = Long.MAX_VALUE;
        boolean isTold = false;
        for (TweetDraft draft : page.tweets) {
            oldest = draft.id != Ids.NONE ? Math.min(oldest, draft.id) : oldest;
            isTold |= draft.id == Ids.NONE;
        }
        return given(isTold && page.oldestId != Ids.NONE ? Math.min(oldest, page.oldestId) : oldest);
    }

    private static OptionalLong given(long id) {
        return id >= 0 && id < Long.MAX_VALUE ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private void add(TweetDraft draft) {
        try {
            tweets.add(tweet(draft));
            draft.defects().forEach(page::note);
        } catch (UnusableValueException | IllegalArgumentException e) {
            reject(e.getMessage(), draft.start, draft.end);
        }
    }

    private void reject(String reason, long start, long end) {
        int length = (int) Math.min(end - start, MAX_PAYLOAD);
        String payload = new String(input, (int) start, length, StandardCharsets.UTF_8);
        rejected.add(new Rejected(observation.at(), observation.origin(), Rejected.Stage.PARSE, reason, payload));
    }

    private Tweet tweet(TweetDraft draft) throws UnusableValueException {
        TweetDraft whole = original(draft);
        require(draft, whole);
        addMedia(draft, whole);
        return draft.post
                .id(draft.id)
                .createdAt(createdAt(draft))
                .author(author(draft))
                .text(whole.wholeText())
                .entities(entities(draft, whole))
                .references(draft.references)
                .conversationId(Ids.orNull(draft.conversationId))
                .inReplyToUserId(Ids.orNull(draft.inReplyToUserId))
                .metrics(draft.metrics())
                .place(place(draft))
                .withheld(draft.withheld)
                .topics(List.copyOf(draft.topics))
                .observedAt(observation.at())
                .build();
    }

    /** A repeated post's media, like its text, are the original's where the post itself names none. */
    private void addMedia(TweetDraft draft, TweetDraft whole) {
        List<String> keys = draft.media.isEmpty() ? whole.media : draft.media;
        if (keys.isEmpty()) {
            return;
        }
        List<Medium> media =
                keys.stream().map(page.media::get).filter(Objects::nonNull).toList();
        draft.post
                .mediaTypes(media.stream().map(Medium::type).toList())
                .mediaUrls(media.stream()
                        .map(Medium::url)
                        .map(PageAssembler::orEmpty)
                        .toList())
                .mediaAltTexts(media.stream()
                        .map(Medium::altText)
                        .map(PageAssembler::orEmpty)
                        .toList());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static void require(TweetDraft draft, TweetDraft whole) throws UnusableValueException {
        requireGiven("id", draft.id != Ids.NONE, draft);
        requireGiven("created_at", createdAt(draft) != null, draft);
        requireGiven("author_id", draft.authorId != Ids.NONE || draft.author != null, draft);
        requireGiven("text", whole.wholeText() != null, draft);
    }

    private static void requireGiven(String part, boolean given, TweetDraft draft) throws UnusableValueException {
        if (!given) {
            throw new UnusableValueException(draft.defects().getOrDefault(part, part + " is missing"));
        }
    }

    /** Returns the time given, else the one that X encoded in the id; null if there is neither. */
    private static Instant createdAt(TweetDraft draft) {
        boolean follows = draft.createdAt == null && Snowflake.isOne(draft.id);
        return follows ? Snowflake.time(draft.id) : draft.createdAt;
    }

    /**
     * Returns the original of a retweet, whose own text is cut off, where the payload has it; else the tweet itself.
     */
    private TweetDraft original(TweetDraft draft) {
        for (Reference reference : draft.references) {
            if (reference.type() == Reference.Type.RETWEETED) {
                TweetDraft included = page.originals.getOrDefault(reference.tweetId(), draft.inlinedOriginal);
                return included.wholeText() == null ? draft : included;
            }
        }
        return draft;
    }

    private static Entities entities(TweetDraft draft, TweetDraft whole) {
        if (!draft.hasEntities() && !whole.hasEntities()) {
            return Entities.NONE;
        }
        if (draft == whole) {
            return draft.allEntities().toEntities();
        }
        EntitiesDraft all = new EntitiesDraft();
        all.addAll(whole.allEntities());
        all.addHashtagsOf(draft.allEntities());
        return all.toEntities();
    }

    private User author(TweetDraft draft) {
        if (draft.author != null) {
            return draft.author;
        }
        User known = page.users.get(draft.authorId);
        return known != null ? known : User.ofId(draft.authorId);
    }

    private Place place(TweetDraft draft) {
        return draft.place == null ? null : page.places.getOrDefault(draft.place.id(), draft.place);
    }
}
