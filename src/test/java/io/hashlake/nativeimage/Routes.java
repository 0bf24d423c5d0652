package io.hashlake.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route files of the application. */
final class Routes {

    static final Path DIRECTORY = Path.of("src/main/resources/routes");

    private static final Pattern METHOD = Pattern.compile("bean:\\s+ref: \\S+\\s+method: (\\w+)");

    private Routes() {}

    /** Names of the methods that routes call. */
    static Set<String> beanMethods() {
        return groups(METHOD).collect(Collectors.toSet());
    }

    /** What the pattern's group matches in all route files. */
    static Stream<String> groups(Pattern pattern) {
        return texts().stream()
                .flatMap(text -> pattern.matcher(text).results().toList().stream())
                .map((MatchResult match) -> match.group(1));
    }

    private static List<String> texts() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile).sorted().map(Routes::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
