package io.hashlake.text.sentiment;

import java.util.Map;

/**
 * Words, signs and phrases of one language; see {@link LexiconEntry}.
 *
 * <p>Words are hashed folded, emojis by their first character (so that skin tones and joined signs do not matter),
 * emoticons folded, phrases by the hashes of their words.
 */
final class Lexicon {

    static final int LONGEST_PHRASE = 5;

    private final WordTable words;
    private final WordTable phrases;

    Lexicon(Map<Long, Integer> words, Map<Long, Integer> phrases) {
        this.words = new WordTable(words);
        this.phrases = new WordTable(phrases);
    }

    /** Returns the entry of the word or sign with this hash; 0 if there is none. */
    int entry(long hash) {
        return words.get(hash);
    }

    /** Returns the entry of the phrase with this hash; 0 if there is none. */
    int phrase(long hash) {
        return phrases.get(hash);
    }

    static long hashOfWord(String word) {
        char[] letters = new char[word.length()];
        return Hash.of(letters, 0, Letters.fold(word, 0, word.length(), letters, 0));
    }

    static long hashOfEmoji(int firstCharacter) {
        return Hash.step(Hash.START, firstCharacter);
    }

    /** However often its mouth is repeated: {@code :)))} is {@code :)}. */
    static long hashOfEmoticon(String emoticon) {
        char[] signs = new char[emoticon.length()];
        int end = Letters.fold(emoticon, 0, emoticon.length(), signs, 0);
        return Hash.of(signs, 0, Letters.single(signs, 0, end));
    }
}
