package io.hashlake.text.sentiment;

import io.hashlake.text.SentimentScorer;
import io.hashlake.text.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled posts of the Unified Multilingual Sentiment Analysis Benchmark (Barbieri, Espinosa Anke and
 * Camacho-Collados, 2022), where they lie beside the project.
 */
final class Umsab {

    /** A post and what people called it: 0 negative, 1 neutral, 2 positive. */
    record Post(String text, int label) {}

    static final List<String> LANGUAGES = List.of("en", "pt", "es");

    private static final Path HOME = Path.of("../shared/text/umsab");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Umsab() {}

    static boolean isThere() {
        return Files.isDirectory(HOME);
    }

    /**
     * @param language en, pt or es
     * @param part train or val
     */
    static List<Post> posts(String language, String part) {
        Path directory = HOME.resolve(
                switch (language) {
                    case "en" -> "english";
                    case "pt" -> "portuguese";
                    case "es" -> "spanish";
                    default -> throw new IllegalArgumentException("no posts in " + language);
                });
        List<String> texts = lines(directory.resolve(part + "_text.txt"));
        List<String> labels = lines(directory.resolve(part + "_labels.txt"));
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            posts.add(new Post(unescape(texts.get(i)), Integer.parseInt(labels.get(i))));
        }
        return posts;
    }

    static List<Sample> samples(String language, String part) {
        WordReader reader = new WordReader(LexiconReader.read(language));
        return posts(language, part).stream()
                .map(post -> Sample.of(language, post, reader))
                .toList();
    }

    /** How the scorer does on val. */
    static Confusion confusion(String language, SentimentScorer scorer) {
        Confusion confusion = new Confusion();
        posts(language, "val")
                .forEach(post -> confusion.add(
                        post.label(),
                        scorer.score(Tokens.of(post.text()), language).label().ordinal()));
        return confusion;
    }

    private static List<String> lines(Path file) {
        try {
            return List.of(Files.readString(file).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
