package io.hashlake.servers;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of the tests, whoever runs them, for servers that run in processes of their own. */
public final class TestClassPath {

    private TestClassPath() {}

    public static String joined(Predicate<String> wanted) {
        return entries().filter(wanted).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries() {
        if (TestClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath);
        }
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(given.split(File.pathSeparator));
    }
}
