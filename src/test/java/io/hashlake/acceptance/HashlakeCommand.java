package io.hashlake.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How tests start Hashlake: as the binary that {@code -Dhashlake.binary} names, or else as the packaged jar. */
final class HashlakeCommand {

    private static final String BINARY = System.getProperty("hashlake.binary");

    /** Starts quickly; what runs for long wants other options. */
    private static final String JVM =
            System.getProperty("hashlake.jvm", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");

    /** The application's classes as the JVM reads them fastest; null for none. */
    private static final String CLASS_DATA = System.getProperty("hashlake.class-data");

    private HashlakeCommand() {}

    /** The command line with these properties, any free port, and these arguments. */
    static List<String> of(Map<String, String> properties, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(BINARY == null ? java() : absolute(BINARY));
        if (BINARY == null) {
            command.addAll(List.of(JVM.split(" ")));
            if (CLASS_DATA != null) {
                command.add("-XX:SharedArchiveFile=" + CLASS_DATA);
            }
        }
        command.add("-Dquarkus.http.port=0");
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        if (BINARY == null) {
            command.addAll(List.of("-jar", absolute(jar())));
        }
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() {
        return System.getProperty("hashlake.jar", "target/quarkus-app/quarkus-run.jar");
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }
}
