package io.hashlake.text.sentiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Puts a {@link Lexicon} together out of published lists and own ones, of which the later have the last word. */
final class LexiconReader {

    /** AFINN goes from -5 to 5, VADER from -4 to 4. */
    private static final double AFINN_SCALE = 0.8;

    private final Map<Long, Integer> words = new HashMap<>();
    private final Map<Long, Integer> phrases = new HashMap<>();

    /** @param language en, pt or es */
    static Lexicon read(String language) {
        LexiconReader reader = new LexiconReader();
        boolean english = language.equals("en");
        ClassPathFile.lines("vader_sentiment_lexicon.txt").forEach(line -> reader.vader(line, english));
        if (!english) {
            reader.afinn("lexicons/languages/AFINN-" + language + ".json");
        }
        ClassPathFile.lines("sentiment/emojis.txt").forEach(reader::emojis);
        ClassPathFile.lines("sentiment/" + language + ".txt").forEach(reader::own);
        return new Lexicon(reader.words, reader.phrases);
    }

    /** Word, mean strength, and how people voted; emoticons serve every language. */
    private void vader(String line, boolean withWords) {
        String[] columns = line.split("\t");
        int opinion = LexiconEntry.of(LexiconEntry.OPINION, Double.parseDouble(columns[1]));
        String text = columns[0];
        if (!isText(text)) {
            merge(words, Lexicon.hashOfEmoticon(text), opinion);
        } else if (withWords) {
            put(text, opinion);
        }
    }

    private static boolean isText(String word) {
        return Character.isLetter(word.charAt(0)) && word.chars().noneMatch(c -> ":;=8".indexOf(c) >= 0);
    }

    private void afinn(String resource) {
        try {
            new ObjectMapper()
                    .readTree(ClassPathFile.bytes(resource))
                    .properties()
                    .forEach(word -> put(
                            word.getKey(),
                            LexiconEntry.of(
                                    LexiconEntry.OPINION, word.getValue().asInt() * AFINN_SCALE)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is no JSON", e);
        }
    }

    /** A strength, a colon, emojis with spaces between. */
    private void emojis(String line) {
        String[] parts = line.split(": ");
        int opinion = LexiconEntry.of(LexiconEntry.OPINION, Double.parseDouble(parts[0]));
        for (String emoji : parts[1].split(" ")) {
            merge(words, Lexicon.hashOfEmoji(emoji.codePointAt(0)), opinion);
        }
    }

    /** A role, for some a strength, a colon, words or phrases with commas between. */
    private void own(String line) {
        String[] parts = line.split(": ");
        String[] head = parts[0].split(" ");
        double strength = head.length > 1 ? Double.parseDouble(head[1]) : 0;
        int entry = LexiconEntry.of(role(head[0]), strength);
        for (String text : parts[1].split(", ")) {
            put(text, entry);
        }
    }

    private static int role(String name) {
        return switch (name) {
            case "negator" -> LexiconEntry.NEGATOR;
            case "booster" -> LexiconEntry.BOOSTER;
            case "contrast" -> LexiconEntry.CONTRAST;
            case "idiom", "word" -> LexiconEntry.OPINION;
            case "common" -> LexiconEntry.COMMON;
            default -> throw new IllegalArgumentException("a word list knows no role " + name);
        };
    }

    private void put(String text, int entry) {
        String[] parts = text.split("[ -]");
        long hash = Lexicon.hashOfWord(parts[0]);
        if (parts.length == 1) {
            merge(words, hash, entry);
            return;
        }
        merge(words, hash, LexiconEntry.BEGINS_PHRASE);
        for (int i = 1; i < parts.length; i++) {
            hash = Hash.step(hash, Lexicon.hashOfWord(parts[i]));
        }
        merge(phrases, hash, entry);
    }

    private static void merge(Map<Long, Integer> entries, long hash, int entry) {
        entries.merge(hash, entry, LexiconEntry::merge);
    }
}
