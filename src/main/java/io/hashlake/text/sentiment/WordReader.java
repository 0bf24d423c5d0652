package io.hashlake.text.sentiment;

import io.hashlake.text.Tokens;
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

    Words read(Tokens tokens) {
        Words words = new Words(tokens.text().length());
        for (int token = 0; token < tokens.count(); token++) {
            read(tokens, token, words);
        }
        joinPhrases(words);
        return words;
    }

    private void read(Tokens tokens, int token, Words words) {
        String text = tokens.text();
        int start = tokens.start(token);
        int end = tokens.end(token);
        switch (tokens.kind(token)) {
            case WORD -> word(text, start, end, words);
            case HASHTAG -> hashtag(text, start + 1, end, words);
            case EMOJI -> sign(Lexicon.hashOfEmoji(text.codePointAt(start)), words);
            case EMOTICON -> sign(Lexicon.hashOfEmoticon(tokens.text(token)), words);
            case NUMBER -> sign(NUMBER, words);
            case PUNCTUATION -> punctuation(text.charAt(start), end - start, words);
            case MENTION -> words.mentions++;
            case URL -> words.links++;
        }
    }

    private void sign(long hash, Words words) {
        words.add(hash, lexicon.entry(hash), words.end());
    }

    private static void punctuation(char sign, int times, Words words) {
        if (sign == '!') {
            words.exclamations += times;
        } else if (sign == '?') {
            words.questions += times;
        }
        if (".,;:!?…()\n".indexOf(sign) >= 0) {
            words.clause++;
        }
    }

    /** Reads a word; parts joined by hyphens count as separate words, which a lexicon may know as a phrase. */
    private void word(String text, int start, int end, Words words) {
        int from = start;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '-') {
                part(text, from, i, words);
                from = i + 1;
            }
        }
        part(text, from, end, words);
    }

    private void part(String text, int from, int to, Words words) {
        int start = words.end();
        int end = Letters.fold(text, from, to, words.letters, start);
        if (end == start) {
            return;
        }
        if (end - start < to - from && !Letters.hasMarks(text, from, to)) {
            words.elongated++;
            boolean known = lexicon.entry(Hash.of(words.letters, start, end)) != 0;
            end = known ? end : Letters.single(words.letters, start, end);
        }
        words.capitals[words.count] = capitals(text, from, to, words);
        add(end, words);
    }

    private void add(int end, Words words) {
        long hash = Hash.of(words.letters, words.end(), end);
        words.add(hash, lexicon.entry(hash), end);
    }

    /** Counts the word as capital or plain; returns whether it is written in capitals. */
    private static boolean capitals(String text, int from, int to, Words words) {
        boolean small = false;
        for (int i = from; i < to && !small; i++) {
            small = Character.isLowerCase(text.charAt(i));
        }
        boolean capitals = !small && to - from > 1 && Character.isUpperCase(text.charAt(from));
        words.capitalWords += capitals ? 1 : 0;
        words.plainWords += small ? 1 : 0;
        return capitals;
    }

    /** @param start after the {@code #} */
    private void hashtag(String text, int start, int end, Words words) {
        words.hashtags++;
        int from = start;
        while (from < end) {
            int to = HashtagSplitter.partEnd(text, from, end);
            if (from == start && to == end) {
                whole(text, from, to, words);
            } else if (text.charAt(from) != '_') {
                part(text, from, to, words);
            }
            from = to;
        }
    }

    /** A hashtag that does not show where its words end. */
    private void whole(String text, int from, int to, Words words) {
        int start = words.end();
        int end = Letters.fold(text, from, to, words.letters, start);
        for (int wordEnd : splitter.wordEnds(words.letters, start, end)) {
            add(wordEnd, words);
        }
    }

    /** The first word of a phrase gets what is said of the phrase, and the others nothing; the longest phrase wins. */
    private void joinPhrases(Words words) {
        for (int i = 0; i < words.count; i++) {
            if (words.is(i, LexiconEntry.BEGINS_PHRASE)) {
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
