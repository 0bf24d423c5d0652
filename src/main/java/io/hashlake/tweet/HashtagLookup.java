package io.hashlake.tweet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Hashtags by the form in which X's search compares them: finding those of a post does not depend on how many there are. */
public final class HashtagLookup {

    private final List<Hashtag> hashtags;
    private final Map<String, List<Integer>> places = new HashMap<>();

    public HashtagLookup(List<Hashtag> hashtags) {
        this.hashtags = List.copyOf(hashtags);
        for (int place = 0; place < hashtags.size(); place++) {
            places.computeIfAbsent(hashtags.get(place).searchForm(), form -> new ArrayList<>())
                    .add(place);
        }
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return hashtags.isEmpty();
    }

    /** Returns whether X's search treats one of {@code written} as one of these. */
    public boolean hasAnyOf(List<Hashtag> written) {
        for (Hashtag hashtag : written) {
            if (places.containsKey(hashtag.searchForm())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the canonical forms of those of these that stand among {@code written}, compared as X's search does. */
    public List<String> canonicalOf(List<Hashtag> written) {
        TreeSet<Integer> found = new TreeSet<>();
        for (Hashtag hashtag : written) {
            found.addAll(places.getOrDefault(hashtag.searchForm(), List.of()));
        }
        return found.stream().map(place -> hashtags.get(place).canonical()).toList();
    }
}
