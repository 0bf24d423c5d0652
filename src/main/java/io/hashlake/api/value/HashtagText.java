package io.hashlake.api.value;

import io.hashlake.tweet.Hashtag;

/** Reads hashtags. What cannot stand in a hashtag is refused: no post would ever be found. */
public final class HashtagText {

    static final String ALLOWED =
            "a hashtag with or without #, up to 200 characters: letters, digits and _, because X ends a hashtag at any other sign";

    private HashtagText() {}

    static Hashtag read(String text) {
        Hashtag hashtag = Hashtag.of(SearchWords.storable(text));
        if (!hashtag.isWellFormed()) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return hashtag;
    }
}
