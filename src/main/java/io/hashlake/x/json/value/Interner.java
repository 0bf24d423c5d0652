package io.hashlake.x.json.value;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.tweet.StorableText;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Gives what is written in short strings that come again and again (languages, clients, hashtags) as one object each. It
 * remembers a fixed number of them; threads may share it, since a lost update costs no more than another copy.
 */
public final class Interner<T> {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 48;

    private final Function<String, T> factory;

    @SuppressWarnings("unchecked")
    private final Entry<T>[] known = (Entry<T>[]) new Entry<?>[SLOTS];

    public Interner(Function<String, T> factory) {
        this.factory = factory;
    }

    /** Returns the value of the parser's current string. */
    T value(JsonParser json) throws IOException {
        int length = json.getTextLength();
        if (length > LONGEST) {
            return factory.apply(StorableText.of(json.getText()));
        }
        char[] chars = json.getTextCharacters();
        int start = json.getTextOffset();
        int slot = slot(chars, start, start + length);
        Entry<T> entry = known[slot];
        if (entry == null || !Arrays.equals(entry.chars, 0, entry.chars.length, chars, start, start + length)) {
            T value = factory.apply(StorableText.of(new String(chars, start, length)));
            entry = new Entry<>(Arrays.copyOfRange(chars, start, start + length), value);
            known[slot] = entry;
        }
        return entry.value;
    }

    private static int slot(char[] chars, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        return (hash ^ hash >>> 12) & SLOTS - 1;
    }

    private record Entry<T>(char[] chars, T value) {}
}
