package io.hashlake.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that lie in the resources. */
public final class Sql {

    private static final Pattern INCLUDE = Pattern.compile("\\{([a-z-]+)}");

    private Sql() {}

    /** The statement in the resource of that name; another resource's name in braces stands for that one's text. */
    public static String load(String name) {
        return INCLUDE.matcher(read("/sql/warehouse/" + name + ".sql"))
                .replaceAll(include -> Matcher.quoteReplacement(load(include.group(1))));
    }

    /** The resource's text. */
    static String read(String resource) {
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
