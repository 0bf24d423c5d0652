package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files with which the image is built. Tests know what must be in them, and write them anew by {@code -Dhashlake.update-docs=true}. */
final class NativeFile {

    private static final Path DIRECTORY = Path.of("src/main/resources/META-INF/native-image/io.hashlake");

    private NativeFile() {}

    /**
     * @param name of the file below the directory of all
     * @param entry pattern of an entry, in which the class's name takes the place of {@code %s}
     */
    static void requireEntries(String name, String entry, Collection<String> classes) throws IOException {
        String needed = new TreeSet<>(classes)
                .stream().map(type -> "  " + entry.formatted(type)).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(file, needed);
        }
        assertThat(file).as("-Dhashlake.update-docs=true writes it anew").hasContent(needed);
    }
}
