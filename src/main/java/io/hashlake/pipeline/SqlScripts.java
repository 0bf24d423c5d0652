package io.hashlake.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Statements that lie in a directory of the resources. {@code jdbc:} commits what it was given at once, so statements of one
 * transaction are given to it as one script.
 *
 * @param directory such as {@code /sql/star/}
 */
public record SqlScripts(String directory) {

    /**
     * The named statements, one after the other.
     *
     * @param names the resources' names without {@code .sql}, a line each
     */
    public String script(String names) {
        return names.lines().map(String::strip).map(this::statement).collect(Collectors.joining("\n"));
    }

    private String statement(String name) {
        String resource = directory + name + ".sql";
        try (InputStream in = SqlScripts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no statement '" + name + "': " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
