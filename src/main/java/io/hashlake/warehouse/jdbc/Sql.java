package io.hashlake.warehouse.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that lie in the resources. */
public final class Sql {

    private static final Pattern INCLUDE = Pattern.compile("\\{([a-z-]+)}");

    private Sql() {}

    public static String load(String name) {
        return load("warehouse", name);
    }

    /**
     * The statement of that name in a directory of {@code sql/}; the name of another one there, in braces, stands for that
     * one's text.
     *
     * @throws IllegalStateException if this build lacks it
     */
    public static String load(String directory, String name) {
        return load(directory, name, Map.of());
    }

    /** The same; beside other statements, these texts stand for their names in braces. */
    public static String load(String directory, String name, Map<String, String> texts) {
        return INCLUDE.matcher(read("/sql/" + directory + "/" + name + ".sql"))
                .replaceAll(include -> Matcher.quoteReplacement(
                        texts.containsKey(include.group(1))
                                ? texts.get(include.group(1))
                                : load(directory, include.group(1), texts)));
    }

    /** The resource's text. */
    public static String read(String resource) {
        try (InputStream in = Sql.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
