package io.hashlake.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words of a language, the frequent ones first: those of the simulator's sentences, which sentiment and language can be read
 * from, then made-up ones.
 *
 * @param language BCP 47
 */
record Vocabulary(String language, List<String> words) {

    private static final int SIZE = 15_000;
    private static final Pattern NO_LETTERS = Pattern.compile("\\{\\w+}|[^\\p{L}]+");

    static Vocabulary of(String language, String syllables) {
        Set<String> words = new LinkedHashSet<>(sentences(language));
        Random random = new Random(language.hashCode());
        String[] parts = syllables.split(" ");
        while (words.size() < SIZE) {
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(2, 5); i > 0; i--) {
                word.append(parts[random.nextInt(parts.length)]);
            }
            words.add(word.toString());
        }
        return new Vocabulary(language, List.copyOf(words));
    }

    /** Appends so many words, the n-th of the vocabulary about as often as 1/n. */
    void append(StringBuilder text, int count, Random random) {
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(words.size(), random.nextDouble()) - 1;
            text.append(i == 0 ? "" : " ").append(words.get(rank));
        }
    }

    private static List<String> sentences(String language) {
        List<String> words =
                new ArrayList<>(List.of(NO_LETTERS.split(text(language).toLowerCase(Locale.ROOT))));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** One of the simulator's word lists. */
    static String text(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/simulator/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
