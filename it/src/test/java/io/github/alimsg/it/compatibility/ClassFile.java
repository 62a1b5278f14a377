package io.github.alimsg.it.compatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of itself and of others. Names are those of the JVM: {@code java/lang/String}.
 *
 * @param name the class
 * @param access its flags, see {@link Opcodes}
 * @param parent its superclass, null for {@code Object}
 * @param interfaces what it implements or extends
 * @param members flags of its fields and methods by name and descriptor
 * @param references what its code names of other classes and of itself
 */
record ClassFile(
        String name,
        int access,
        @Nullable String parent,
        List<String> interfaces,
        Map<String, Integer> members,
        List<Reference> references) {

    private static final int CONSTANT_CLASS = 7;
    private static final int CONSTANT_FIELD = 9;
    private static final int CONSTANT_METHOD = 10;
    private static final int CONSTANT_INTERFACE_METHOD = 11;

    /** What is referred to. */
    enum Kind {
        CLASS,
        FIELD,
        METHOD,
        INTERFACE_METHOD
    }

    /**
     * One entry of the constant pool that the JVM resolves.
     *
     * @param kind what it is
     * @param owner the class, or the class in which the search for a member begins
     * @param member its name and descriptor, empty for a class
     */
    record Reference(Kind kind, String owner, String member) {
        @Override
        public String toString() {
            return member.isEmpty() ? owner : owner + "." + member;
        }
    }

    static ClassFile read(byte[] bytes) {
        var reader = new ClassReader(bytes);
        Map<String, Integer> members = new HashMap<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String type, String signature, Object value) {
                        members.put(name + ":" + type, access);
                        return null;
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] exceptions) {
                        members.put(name + type, access);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFile(
                reader.getClassName(),
                reader.getAccess(),
                reader.getSuperName(),
                List.of(reader.getInterfaces()),
                members,
                references(reader));
    }

    private static List<Reference> references(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        List<Reference> references = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) {
                continue; // the second half of a long or double
            }
            switch (reader.readByte(item - 1)) {
                case CONSTANT_CLASS -> references.add(new Reference(Kind.CLASS, reader.readUTF8(item, buffer), ""));
                case CONSTANT_FIELD -> references.add(member(Kind.FIELD, reader, item, buffer));
                case CONSTANT_METHOD -> references.add(member(Kind.METHOD, reader, item, buffer));
                case CONSTANT_INTERFACE_METHOD -> references.add(member(Kind.INTERFACE_METHOD, reader, item, buffer));
                default -> {
                    // nothing that is resolved
                }
            }
        }
        return references;
    }

    private static Reference member(Kind kind, ClassReader reader, int item, char[] buffer) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        String name = reader.readUTF8(nameAndType, buffer);
        String type = reader.readUTF8(nameAndType + 2, buffer);
        return new Reference(
                kind, reader.readClass(item, buffer), kind == Kind.FIELD ? name + ":" + type : name + type);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }
}
