package io.hashlake.nativeimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** The classes of a library, read from its jar. */
record Jar(List<ClassNode> classes) {

    /** The jar that the class comes from. */
    static Jar of(Class<?> one) {
        try {
            return of(Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Jar of(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return new Jar(jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/")
                            && !entry.getName().endsWith("module-info.class"))
                    .map(entry -> {
                        try (InputStream bytes = jar.getInputStream(entry)) {
                            return read(bytes);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClassNode read(InputStream bytes) throws IOException {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, 0);
        return type;
    }

    Stream<String> classNames() {
        return classes.stream().map(type -> type.name.replace('/', '.'));
    }

    /** Those with native methods and those that they extend, whose fields native code reads by name. */
    Set<String> classesWithNativeCode() {
        Set<String> found = new HashSet<>();
        for (ClassNode type : classes) {
            if (type.methods.stream().anyMatch(method -> (method.access & Opcodes.ACC_NATIVE) != 0)) {
                addWithSupers(type, found);
            }
        }
        return found.stream().map(name -> name.replace('/', '.')).collect(Collectors.toSet());
    }

    private void addWithSupers(ClassNode type, Set<String> found) {
        found.add(type.name);
        classes.stream()
                .filter(other -> other.name.equals(type.superName))
                .forEach(other -> addWithSupers(other, found));
    }

    /** Classes of the JDK that are named by a string. */
    Set<String> namedClasses() {
        return classes.stream()
                .flatMap(type -> type.methods.stream())
                .flatMap(method -> Stream.of(method.instructions.toArray()))
                .filter(LdcInsnNode.class::isInstance)
                .map(constant -> ((LdcInsnNode) constant).cst)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> name.matches("(java|javax|com\\.sun|sun)\\.[\\w.]+\\.[A-Z]\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
