package io.hashlake.nativeimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Completes the stubs of Hadoop. A JVM links what Parquet names of Hadoop when it gets there, and it never gets to most of it; a native image is
 * linked as a whole. What is missing in the stubs at hand is made here, with methods that throw. The build of the native image calls it.
 */
final class HadoopStubs {

    private static final String UNSUPPORTED = "java/lang/UnsupportedOperationException";

    /** Types that Parquet passes for another one. */
    private static final Map<String, String> SUPERS = Map.of(
            "org/apache/hadoop/mapred/JobConf", "org/apache/hadoop/conf/Configuration",
            "org/apache/hadoop/mapred/FileSplit", "org/apache/hadoop/mapreduce/InputSplit",
            "org/apache/hadoop/mapred/JobContext", "org/apache/hadoop/mapreduce/JobContext",
            "org/apache/hadoop/mapreduce/lib/input/FileSplit", "org/apache/hadoop/mapreduce/InputSplit");

    private final Map<String, ClassNode> stubs = new TreeMap<>();
    private final Map<String, ClassNode> completed = new TreeMap<>();
    private final HadoopUses uses;

    private HadoopStubs(HadoopUses uses, List<ClassNode> stubs) {
        this.uses = uses;
        stubs.forEach(stub -> this.stubs.put(stub.name, stub));
    }

    /** @param arguments the directory of classes to write to */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Writes the classes that are missing, and those that lack a member. */
    static void write(Path directory) throws IOException {
        for (ClassNode stub : completed().values()) {
            Path file = directory.resolve(stub.name + ".class");
            Files.createDirectories(file.getParent());
            ClassWriter bytes = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            stub.accept(bytes);
            Files.write(file, bytes.toByteArray());
        }
    }

    private static Map<String, ClassNode> completed() {
        List<ClassNode> parquet =
                List.of(ParquetFileWriter.class, AvroParquetWriter.class, ParquetProperties.class).stream()
                        .flatMap(one -> Jar.of(one).classes().stream())
                        .toList();
        HadoopStubs stubs = new HadoopStubs(
                HadoopUses.in(parquet), Jar.of(Configuration.class).classes());
        stubs.complete();
        return stubs.completed;
    }

    private void complete() {
        uses.types().stream().filter(type -> !stubs.containsKey(type)).forEach(this::addType);
        SUPERS.forEach(this::extend);
        uses.members().stream().filter(member -> !has(member.owner(), member)).forEach(this::addMember);
    }

    private void addType(String name) {
        ClassNode type = new ClassNode();
        type.version = Opcodes.V11;
        type.name = name;
        type.superName = "java/lang/Object";
        boolean isInterface = uses.interfaces().contains(name);
        type.access =
                Opcodes.ACC_PUBLIC | (isInterface ? Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT : Opcodes.ACC_SUPER);
        stubs.put(name, type);
        completed.put(name, type);
        if (!isInterface) {
            addMember(new HadoopUses.Member(name, "<init>", "()V", false));
        }
    }

    private void extend(String type, String parent) {
        if (completed.containsKey(type)) {
            if (!stubs.containsKey(parent)) {
                addType(parent);
            }
            stubs.get(type).superName = parent;
        }
    }

    private boolean has(String owner, HadoopUses.Member member) {
        ClassNode type = stubs.get(owner);
        if (type == null) {
            return owner.equals("java/lang/Object")
                    && Set.of("toString", "hashCode", "equals", "getClass").contains(member.name());
        }
        return type.methods.stream()
                        .anyMatch(
                                method -> method.name.equals(member.name()) && method.desc.equals(member.descriptor()))
                || (!member.name().equals("<init>")
                        && (has(type.superName, member)
                                || type.interfaces.stream().anyMatch(parent -> has(parent, member))));
    }

    /** A method that throws; a constructor of a class that was missing does not, so that what extends it can be made. */
    private void addMember(HadoopUses.Member member) {
        ClassNode type = stubs.get(member.owner());
        completed.put(type.name, type);
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC | (member.isStatic() ? Opcodes.ACC_STATIC : 0),
                member.name(),
                member.descriptor(),
                null,
                null);
        if (member.name().equals("<init>")) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, superOf(type), "<init>", "()V", false));
        }
        throwUnsupported(method);
        type.methods.add(method);
    }

    private static String superOf(ClassNode type) {
        return SUPERS.getOrDefault(type.name, type.superName);
    }

    private static void throwUnsupported(MethodNode method) {
        method.instructions.add(new TypeInsnNode(Opcodes.NEW, UNSUPPORTED));
        method.instructions.add(new InsnNode(Opcodes.DUP));
        method.instructions.add(new LdcInsnNode("Hadoop is not part of Hashlake"));
        method.instructions.add(
                new MethodInsnNode(Opcodes.INVOKESPECIAL, UNSUPPORTED, "<init>", "(Ljava/lang/String;)V", false));
        method.instructions.add(new InsnNode(Opcodes.ATHROW));
    }
}
