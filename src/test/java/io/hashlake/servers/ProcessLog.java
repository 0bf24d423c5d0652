package io.hashlake.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Logging of the Java processes that tests start, to their standard output. */
public final class ProcessLog {

    private static final String NAME = "logging.properties";

    private static final String LOGGING = """
            logger.level=WARN
            logger.handlers=CONSOLE
            handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
            handler.CONSOLE.properties=autoFlush
            handler.CONSOLE.autoFlush=true
            handler.CONSOLE.formatter=LINE
            formatter.LINE=org.jboss.logmanager.formatters.PatternFormatter
            formatter.LINE.properties=pattern
            formatter.LINE.pattern=%d %p %c %s%e%n
            """;

    private ProcessLog() {}

    /** Writes the configuration into the process's directory. */
    public static void configure(Path directory) throws IOException {
        Files.writeString(directory.resolve(NAME), LOGGING);
    }

    /** Options of a JVM whose directory is configured. */
    public static List<String> options(Path directory) {
        return List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + directory.resolve(NAME).toUri());
    }

    /** The tests' class path without Quarkus, which keeps back what is logged until its application has started. */
    public static String classPath() {
        return TestClassPath.joined(jar -> !jar.contains("quarkus"));
    }
}
