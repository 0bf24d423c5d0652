package io.hashlake.nativeimage;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The application's own classes, imported once; of others, nothing but the name is known, which takes half the time. */
final class Code {

    static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("io.hashlake");
    });

    private Code() {}

    static boolean isOwn(JavaClass type) {
        return type.getPackageName().startsWith("io.hashlake");
    }

    /** The classes given and all that the step leads to from them. */
    static Set<JavaClass> closure(Collection<JavaClass> from, Function<JavaClass, Stream<JavaClass>> step) {
        Set<JavaClass> reached = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
        Deque<JavaClass> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            if (reached.add(next)) {
                step.apply(next).forEach(open::push);
            }
        }
        return reached;
    }
}
