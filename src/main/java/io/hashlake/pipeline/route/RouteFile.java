package io.hashlake.pipeline.route;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One file of routes.
 *
 * @param name relative to the routes directory
 * @param location the path at which it was found, for messages
 */
public record RouteFile(String name, String location, String yaml) {

    /** Stands for every byte that is not of UTF-8. */
    static final char UNREADABLE = '\uFFFD';

    private static final String ENDING = ".yaml";

    private static final String BUILT_IN = "built-in ";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The file with this content, which is UTF-8 whatever the platform's charset is, with or without a byte order mark. */
    public static RouteFile of(String name, String location, byte[] content) {
        String yaml = new String(content, StandardCharsets.UTF_8);
        boolean isMarked = !yaml.isEmpty() && yaml.charAt(0) == BYTE_ORDER_MARK;
        return new RouteFile(name, location, isMarked ? yaml.substring(1) : yaml);
    }

    /** The file that comes with the application. */
    public static RouteFile builtIn(String name, byte[] content) {
        return of(name, BUILT_IN + name, content);
    }

    /** The YAML, with escapes in place of what the charset does not have if there is any such character. */
    public String writtenIn(Charset charset) {
        return charset.newEncoder().canEncode(yaml)
                ? yaml
                : YamlNode.written(YamlNode.parse(this).node());
    }

    /** Tells whether the name ends as those of route files do; {@code .yml} does not. */
    public boolean isNamedAsOne() {
        return name.endsWith(ENDING);
    }

    /** Returns whether it comes with the application. */
    public boolean isBuiltIn() {
        return location.startsWith(BUILT_IN);
    }

    /** The line with this number, counted from 1; empty where there is none. */
    String line(int number) {
        return yaml.lines().skip(number - 1L).findFirst().orElse("");
    }
}
