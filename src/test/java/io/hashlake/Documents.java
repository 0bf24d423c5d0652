package io.hashlake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's Markdown documents, and what they quote. */
public final class Documents {

    public static final Path README = Path.of("README.md");
    public static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
    public static final Path DOCS = Path.of("docs");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    /** Code that a document shows. */
    public record Block(String language, String code) {}

    private Documents() {}

    /** Returns every document, those of the root first. */
    public static List<Path> all() {
        return Stream.concat(Stream.of(README, CONTRIBUTING, Path.of("CHANGELOG.md")), pages().stream())
                .toList();
    }

    /** Returns every page below docs. */
    public static List<Path> pages() {
        return files(DOCS, ".md");
    }

    /** Returns the files below {@code directory} whose names end so. */
    public static List<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the code blocks of {@code document} in {@code language}, in their order. */
    public static List<String> blocks(Path document, String language) {
        return blocks(document).stream()
                .filter(block -> block.language().equals(language))
                .map(Block::code)
                .toList();
    }

    /** Returns the code blocks of {@code document} whose language is named, in their order. */
    public static List<Block> blocks(Path document) {
        return BLOCK.matcher(read(document))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** Returns what the first group of {@code pattern} finds in {@code text}. */
    public static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
