package io.hashlake.text.sentiment;

import io.hashlake.text.Token;
import io.hashlake.text.Tokenizer;
import java.util.Arrays;

/**
 * Reads texts into {@link Words}: folds words, splits hashtags, looks everything up, and joins the words of phrases.
 */
final class WordReader {

    private static final long NUMBER = Hash.of("0");

    private final Lexicon lexicon;
    private final HashtagSplitter splitter;

    WordReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.splitter = new HashtagSplitter(lexicon);
    }

    Words read(String text) {
        Words words = new Words(text.length());
        for (Token token : Tokenizer.tokens(text)) {
            read(token, words);
        }
        joinPhrases(words);
        return words;
    }

    private void read(Token token, Words words) {
        String text = token.text();
        switch (token.kind()) {
            case WORD -> word(text, words);
            case HASHTAG -> hashtag(text, words);
            case EMOJI -> sign(Lexicon.hashOfEmoji(text), words);
            case EMOTICON -> sign(Lexicon.hashOfEmoticon(text), words);
            case NUMBER -> sign(NUMBER, words);
            case PUNCTUATION -> punctuation(text, words);
            case MENTION -> words.mentions++;
            case URL -> words.links++;
        }
    }

    private void sign(long hash, Words words) {
        words.add(hash, lexicon.entry(hash), words.end());
    }

    private static void punctuation(String text, Words words) {
        char sign = text.charAt(0);
        if (sign == '!') {
            words.exclamations += text.length();
        } else if (sign == '?') {
            words.questions += text.length();
        }
        if (".,;:!?…()\n".indexOf(sign) >= 0) {
            words.clause++;
        }
    }

    /** What hyphens join counts as several words, which a lexicon may know as a phrase. */
    private void word(String word, Words words) {
        int from = 0;
        for (int hyphen = word.indexOf('-'); hyphen >= 0; hyphen = word.indexOf('-', from)) {
            part(word.substring(from, hyphen), words);
            from = hyphen + 1;
        }
        part(word.substring(from), words);
    }

    private void part(String word, Words words) {
        int start = words.end();
        int end = Letters.fold(word, words.letters, start);
        if (end == start) {
            return;
        }
        if (end - start < word.length() && !Letters.hasMarks(word)) {
            words.elongated++;
            boolean known = lexicon.entry(Hash.of(words.letters, start, end)) != 0;
            end = known ? end : Letters.single(words.letters, start, end);
        }
        words.capitals[words.count] = capitals(word, words);
        add(end, words);
    }

    private void add(int end, Words words) {
        long hash = Hash.of(words.letters, words.end(), end);
        words.add(hash, lexicon.entry(hash), end);
    }

    /** Whether it is written in capitals; counts it, too. */
    private static boolean capitals(String word, Words words) {
        boolean small = false;
        for (int i = 0; i < word.length() && !small; i++) {
            small = Character.isLowerCase(word.charAt(i));
        }
        boolean capitals = !small && word.length() > 1 && Character.isUpperCase(word.charAt(0));
        words.capitalWords += capitals ? 1 : 0;
        words.plainWords += small ? 1 : 0;
        return capitals;
    }

    private void hashtag(String hashtag, Words words) {
        words.hashtags++;
        int from = 1;
        while (from < hashtag.length()) {
            int to = HashtagSplitter.partEnd(hashtag, from);
            if (from == 1 && to == hashtag.length()) {
                whole(hashtag, words);
            } else if (hashtag.charAt(from) != '_') {
                part(hashtag.substring(from, to), words);
            }
            from = to;
        }
    }

    /** A hashtag that does not show where its words end. */
    private void whole(String hashtag, Words words) {
        int start = words.end();
        int end = Letters.fold(hashtag.substring(1), words.letters, start);
        for (int wordEnd : splitter.wordEnds(words.letters, start, end)) {
            add(wordEnd, words);
        }
    }

    /** The first word of a phrase gets what is said of the phrase, and the others nothing; the longest phrase wins. */
    private void joinPhrases(Words words) {
        for (int i = 0; i < words.count; i++) {
            if (words.is(i, Entry.BEGINS_PHRASE)) {
                joinPhrase(i, words);
            }
        }
    }

    private void joinPhrase(int first, Words words) {
        long hash = words.hashes[first];
        int phrase = 0;
        int last = first;
        for (int i = first + 1; i < Math.min(words.count, first + Lexicon.LONGEST_PHRASE); i++) {
            hash = Hash.step(hash, words.hashes[i]);
            int entry = lexicon.phrase(hash);
            if (entry != 0) {
                phrase = entry;
                last = i;
            }
        }
        if (phrase != 0) {
            words.entries[first] = phrase;
            Arrays.fill(words.entries, first + 1, last + 1, 0);
        }
    }
}
