package io.hashlake.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the completed stubs, every class of Parquet can be linked, as a native image links all that it reaches. */
class HadoopStubsTest {

    @TempDir
    Path stubs;

    @Test
    void everyMemberOfHadoopThatParquetNamesIsThere() throws Exception {
        assertThat(problems()).isNotEmpty();

        HadoopStubs.write(stubs);

        assertThat(problems()).isEmpty();
    }

    /** Links each class of Parquet, which verifies its code and looks up the types of its members, then each method it calls. */
    private List<String> problems() throws Exception {
        List<String> problems = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            for (Class<?> one : List.of(ParquetFileWriter.class, AvroParquetWriter.class)) {
                Jar jar = Jar.of(one);
                jar.classNames().forEach(name -> link(name, loader, problems));
                HadoopUses.in(jar.classes()).members().stream()
                        .filter(member -> !isThere(member, loader))
                        .forEach(member -> problems.add(member.toString()));
            }
        }
        return problems;
    }

    private URL[] classPath() throws MalformedURLException {
        List<URL> path = new ArrayList<>(List.of(stubs.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.exists(Path.of(entry))) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        return path.toArray(URL[]::new);
    }

    private static void link(String name, ClassLoader loader, List<String> problems) {
        try {
            Class.forName(name, false, loader).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError e) {
            if (String.valueOf(e.getMessage()).contains("hadoop")) {
                problems.add(name + ": " + e);
            }
        }
    }

    private static boolean isThere(HadoopUses.Member member, ClassLoader loader) {
        try {
            Class<?> owner = Class.forName(member.owner().replace('/', '.'), false, loader);
            return member.name().equals("<init>")
                    ? owner.getDeclaredConstructors().length > 0
                    : supers(owner).anyMatch(type -> Stream.of(type.getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(member.name())));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Stream<Class<?>> supers(Class<?> type) {
        return type == null
                ? Stream.of()
                : Stream.concat(
                        Stream.concat(Stream.of(type), supers(type.getSuperclass())),
                        Stream.of(type.getInterfaces()).flatMap(HadoopStubsTest::supers));
    }
}
