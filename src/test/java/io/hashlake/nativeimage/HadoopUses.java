package io.hashlake.nativeimage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What classes name of Hadoop.
 *
 * @param types all classes and interfaces
 * @param interfaces those that are implemented, called as interfaces, or annotate
 * @param members methods and constructors
 */
record HadoopUses(Set<String> types, Set<String> interfaces, Set<Member> members) {

    /** A method, as an instruction names it. */
    record Member(String owner, String name, String descriptor, boolean isStatic) implements Comparable<Member> {
        @Override
        public int compareTo(Member other) {
            return toString().compareTo(other.toString());
        }
    }

    static HadoopUses in(List<ClassNode> classes) {
        HadoopUses uses = new HadoopUses(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        classes.forEach(uses::add);
        return uses;
    }

    static boolean isHadoop(String type) {
        return type.startsWith("org/apache/hadoop/");
    }

    private void add(ClassNode type) {
        type.accept(new ClassRemapper(new ClassWriter(0), new Remapper() {
            @Override
            public String map(String name) {
                if (isHadoop(name)) {
                    types.add(name);
                }
                return name;
            }
        }));
        type.interfaces.stream().filter(HadoopUses::isHadoop).forEach(interfaces::add);
        for (MethodNode method : type.methods) {
            method.instructions.forEach(this::add);
        }
    }

    private void add(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call && isHadoop(call.owner)) {
            members.add(new Member(call.owner, call.name, call.desc, call.getOpcode() == Opcodes.INVOKESTATIC));
            if (call.itf) {
                interfaces.add(call.owner);
            }
        }
    }
}
