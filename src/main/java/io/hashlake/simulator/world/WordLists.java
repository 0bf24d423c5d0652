package io.hashlake.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The simulator's word lists. */
final class WordLists {

    private WordLists() {}

    /** The file's lines, without empty ones. */
    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The file's words, split at white space. */
    static List<String> words(String name) {
        return Arrays.asList(text(name).strip().split("\\s+"));
    }

    /** Splits a line at {@code |}. */
    static List<String> cells(String line) {
        return Arrays.asList(line.strip().split("\\s*\\|\\s*"));
    }

    private static String text(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream("/simulator/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the simulator's word list " + name, e);
        }
    }
}
