package io.hashlake.x;

import io.hashlake.tweet.Place;
import io.hashlake.tweet.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page while it is read: tweets and what they refer to may come in any order. */
final class PageDraft {

    /** A piece of the page that cannot be used, and where it lies, in bytes. */
    record Broken(String reason, long start, long end) {}

    final List<TweetDraft> tweets = new ArrayList<>();
    final Map<Long, User> users = new HashMap<>();
    final Map<String, Place> places = new HashMap<>();
    final Map<Long, TweetDraft> originals = new HashMap<>();
    final List<Broken> broken = new ArrayList<>();
    final List<MatchedRule> matchedRules = new ArrayList<>(0);
    int partialErrors;
    boolean hasData;
    boolean hasMeta;
    long newestId;
    long oldestId;
    String nextToken;
}
