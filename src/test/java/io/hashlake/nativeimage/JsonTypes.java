package io.hashlake.nativeimage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Types whose values Jackson may write or read: the records and enums that are named in a package with a resource, or with code that
 * maps objects, and those of their components. Which of them meets Jackson is not visible in types, since writers take objects.
 */
final class JsonTypes {

    private static final String DATABIND = "com.fasterxml.jackson.databind";

    private static final Set<String> MAPPINGS =
            Set.of("valueToTree", "convertValue", "writeValues", "readerFor", "treeToValue");

    /** What these write is a tree where the same code has built one. */
    private static final Set<String> WRITERS = Set.of("writeValueAsBytes", "writeValueAsString", "writeValue");

    private JsonTypes() {}

    static Set<JavaClass> all() {
        Set<String> mappers = Code.CLASSES.stream()
                .filter(JsonTypes::mapsObjects)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        Set<String> packages = Code.CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith("io.hashlake.app"))
                .filter(type -> mappers.contains(type.getName())
                        || type.isAnnotatedWith(Path.class)
                        || named(type).anyMatch(other -> mappers.contains(other.getName())))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<JavaClass> roots = Code.CLASSES.stream()
                .filter(type -> packages.contains(type.getPackageName()))
                .flatMap(type -> Stream.concat(Stream.of(type), named(type)))
                .filter(JsonTypes::isData)
                .collect(Collectors.toSet());
        return Code.closure(roots, JsonTypes::parts);
    }

    private static boolean mapsObjects(JavaClass type) {
        return type.getCodeUnits().stream()
                .anyMatch(unit -> calls(unit, MAPPINGS) || (calls(unit, WRITERS) && !buildsATree(unit)));
    }

    private static boolean calls(JavaCodeUnit unit, Set<String> methods) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getPackageName().equals(DATABIND))
                .anyMatch(call -> methods.contains(call.getTarget().getName()));
    }

    private static boolean buildsATree(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getPackageName().equals(DATABIND + ".node"));
    }

    private static Stream<JavaClass> named(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(Code::isOwn);
    }

    private static boolean isData(JavaClass type) {
        return Code.isOwn(type) && (type.isRecord() || type.isEnum() || isMixIn(type));
    }

    private static boolean isMixIn(JavaClass type) {
        return type.isInterface()
                && type.getMethods().stream().anyMatch(method -> method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getPackageName().equals("com.fasterxml.jackson.annotation")));
    }

    /** Types of a record's components, with those that implement one where it is an interface. */
    private static Stream<JavaClass> parts(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> record.isRecord())
                .map(JavaField::getType)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(Code::isOwn)
                .flatMap(type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream()))
                .filter(JsonTypes::isData);
    }
}
