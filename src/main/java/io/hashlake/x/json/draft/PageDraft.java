package io.hashlake.x.json.draft;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page while it is read: tweets and what they refer to may come in any order. */
public final class PageDraft {

    public final List<TweetDraft> tweets = new ArrayList<>();
    /** Elements that stand where a tweet may stand, and are none: a page may hold other things. */
    public final List<TweetDraft> others = new ArrayList<>(0);
    /** True if there is a list in which everything must be a tweet. */
    public boolean isOfPosts;

    public final Map<Long, User> users = new HashMap<>();
    public final Map<String, Place> places = new HashMap<>();
    public final Map<String, Medium> media = new HashMap<>();
    public final Map<Long, TweetDraft> originals = new HashMap<>();
    public final List<MatchedRule> matchedRules = new ArrayList<>(0);
    public int partialErrors;
    public boolean hasData;
    public boolean hasMeta;
    public long newestId = Ids.NONE;
    public long oldestId = Ids.NONE;

    /** The count as announced; {@link Ids#NONE} where it was not. */
    public long resultCount = Ids.NONE;

    public String nextToken;
    /** Something stands where the next page's token belongs, and it is none; null if all is well. */
    public String tokenDefect;

    private Map<String, UnreadableValue> unreadable = Map.of();

    private PageDraft() {}

    /** A draft for what the parser is about to read, kept where all readers find it. */
    public static PageDraft begin(JsonParser json) {
        PageDraft page = new PageDraft();
        json.getParsingContext().setCurrentValue(page);
        return page;
    }

    /** The draft of what the parser reads. */
    public static PageDraft of(JsonParser json) {
        JsonStreamContext context = json.getParsingContext();
        while (!context.inRoot()) {
            context = context.getParent();
        }
        return (PageDraft) context.getCurrentValue();
    }

    /** Keeps tweets only. Where there is one, everything beside it must be one. */
    public void putOthersAside() {
        tweets.stream().filter(draft -> !draft.isPost()).forEach(others::add);
        tweets.removeIf(draft -> !draft.isPost());
        isOfPosts |= !tweets.isEmpty();
    }

    /** Tells whether this is an answer of X, of which nothing is missing if it holds no tweet. */
    public boolean isAnswer() {
        return hasData || hasMeta || partialErrors > 0;
    }

    /** Remembers that a value could not be read, by its field: of these there are only so many. */
    public void note(String field, String reason) {
        if (unreadable.isEmpty()) {
            unreadable = new LinkedHashMap<>();
        }
        unreadable.merge(field, new UnreadableValue(field, reason, 1), (known, other) -> known.oneMore());
    }

    public Collection<UnreadableValue> unreadable() {
        return unreadable.values();
    }
}
