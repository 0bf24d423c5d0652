package io.hashlake.text.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Files of the class path. */
final class ClassPathFile {

    private ClassPathFile() {}

    /** Its lines, without empty ones and those that start with {@code # }. */
    static Stream<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "));
    }

    /** @throws IllegalStateException if it is not there */
    static byte[] bytes(String name) {
        try (InputStream in = ClassPathFile.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path: the build is incomplete");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
