package io.hashlake.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Own classes whose members something looks up at run time, by who does so. */
final class ReflectiveTypes {

    private ReflectiveTypes() {}

    /** What picocli makes and fills. */
    static Stream<JavaClass> commands() {
        return Code.CLASSES.stream().filter(type -> type.isAnnotatedWith(CommandLine.Command.class));
    }

    /** Interfaces whose methods the messages about wrong values read. */
    static Stream<JavaClass> configuration() {
        Set<JavaClass> mappings = Code.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .collect(Collectors.toSet());
        return Code.closure(mappings, ReflectiveTypes::groups).stream();
    }

    private static Stream<JavaClass> groups(JavaClass mapping) {
        return mapping.getMethods().stream()
                .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
                .filter(type -> Code.isOwn(type) && type.isInterface());
    }

    /** What Camel calls by a method's name: beans that have a name, beans with a method that a route names, and what they take. */
    static Stream<JavaClass> beans() {
        Stream<JavaClass> named = Code.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Named.class))
                .map(JavaMethod::getRawReturnType);
        Stream<JavaClass> called = Code.CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("io.hashlake.pipeline"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> Routes.beanMethods().contains(method.getName()))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getOwner(), method.getRawReturnType()),
                        method.getRawParameterTypes().stream()));
        return Stream.concat(named, called).filter(Code::isOwn);
    }

    /** What libraries make by its name: classes whose name is asked for where the class itself is at hand. */
    static Stream<JavaClass> byName() {
        return Code.CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(ReflectiveTypes::asksForAName)
                .flatMap(unit -> unit.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .filter(Code::isOwn);
    }

    private static boolean asksForAName(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Class.class)
                        && call.getTarget().getName().equals("getName"));
    }
}
