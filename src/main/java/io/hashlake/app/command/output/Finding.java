package io.hashlake.app.command.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that would keep Hashlake from starting.
 *
 * @param file null for a property of the configuration
 * @param line counted from 1; null for a property
 * @param problem what is wrong, and what to write
 */
public record Finding(String file, Integer line, String problem) {

    private static final Pattern LOCATED = Pattern.compile("(.+?\\.\\w+):(\\d+): (.*)", Pattern.DOTALL);

    /** @param message as the start tells it: with file and line in front if it is about a file */
    static Finding of(String message) {
        Matcher located = LOCATED.matcher(message);
        return located.matches()
                ? new Finding(located.group(1), Integer.valueOf(located.group(2)), located.group(3))
                : new Finding(null, null, message);
    }

    String text() {
        return file == null ? problem : file + ":" + line + ": " + problem;
    }
}
