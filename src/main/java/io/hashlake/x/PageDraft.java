package io.hashlake.x;

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
final class PageDraft {

    final List<TweetDraft> tweets = new ArrayList<>();
    final Map<Long, User> users = new HashMap<>();
    final Map<String, Place> places = new HashMap<>();
    final Map<Long, TweetDraft> originals = new HashMap<>();
    final List<MatchedRule> matchedRules = new ArrayList<>(0);
    int partialErrors;
    boolean hasData;
    boolean hasMeta;
    long newestId = Ids.NONE;
    long oldestId = Ids.NONE;

    /** As told; {@link Ids#NONE} where it was not. */
    long resultCount = Ids.NONE;

    String nextToken;
    /** Something stands where the next page's token belongs, and it is none; null if all is well. */
    String tokenDefect;

    private Map<String, UnreadableValue> unreadable = Map.of();

    private PageDraft() {}

    /** A draft for what the parser is about to read, kept where all readers find it. */
    static PageDraft begin(JsonParser json) {
        PageDraft page = new PageDraft();
        json.getParsingContext().setCurrentValue(page);
        return page;
    }

    /** The draft of what the parser reads. */
    static PageDraft of(JsonParser json) {
        JsonStreamContext context = json.getParsingContext();
        while (!context.inRoot()) {
            context = context.getParent();
        }
        return (PageDraft) context.getCurrentValue();
    }

    /** Remembers that a value could not be read, by its field: of these there are only so many. */
    void note(String field, String reason) {
        if (unreadable.isEmpty()) {
            unreadable = new LinkedHashMap<>();
        }
        unreadable.merge(field, new UnreadableValue(field, reason, 1), (known, other) -> known.oneMore());
    }

    Collection<UnreadableValue> unreadable() {
        return unreadable.values();
    }
}
