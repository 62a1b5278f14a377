package io.github.alimsg.it.compatibility;

import io.github.alimsg.it.compatibility.ClassFile.Kind;
import io.github.alimsg.it.compatibility.ClassFile.Reference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * Links classes against libraries as the JVM would at run time, all of it and at once: every class, field and method
 * that their constant pools name is searched as the Java Virtual Machine Specification says (5.4.3), supertypes
 * included. A JVM links lazily, so that a method which is missing shows at the first call that reaches it.
 *
 * <p>An override links whether or not there is a method above it; where there is none it is never called. So overrides
 * can be listed, to be compared with those that there are in the libraries the classes were compiled with.
 */
final class LinkCheck {
    private final ClassPath path;

    /**
     * Links against libraries.
     *
     * @param path the classes and the libraries
     */
    LinkCheck(ClassPath path) {
        this.path = path;
    }

    /** What a class refers to in vain. */
    Set<String> unresolved(ClassFile from) {
        return unresolved(from, "");
    }

    /** What a class refers to in vain, of the packages that begin so. */
    Set<String> unresolved(ClassFile from, String prefix) {
        Set<String> problems = new LinkedHashSet<>();
        for (Reference reference : from.references()) {
            if (reference.owner().startsWith(prefix) && !isResolved(from, reference)) {
                problems.add(from.name() + " -> " + reference);
            }
        }
        return problems;
    }

    /** Methods of libraries that a class overrides. */
    Set<String> overrides(ClassFile from) {
        Set<String> overrides = new LinkedHashSet<>();
        for (ClassFile type : supertypes(from)) {
            if (type == from || path.isOfJdk(type.name())) {
                continue;
            }
            for (Map.Entry<String, Integer> member : from.members().entrySet()) {
                Integer theirs = type.members().get(member.getKey());
                if (theirs != null && isInherited(member.getKey(), member.getValue(), theirs)) {
                    overrides.add(from.name() + "." + member.getKey());
                }
            }
        }
        return overrides;
    }

    private static boolean isInherited(String member, int ours, int theirs) {
        int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;
        return member.contains("(") && !member.startsWith("<") && (ours & fixed) == 0 && (theirs & fixed) == 0;
    }

    private boolean isResolved(ClassFile from, Reference reference) {
        String owner = reference.owner();
        if (owner.startsWith("[")) { // of an array, whose methods are those of Object
            String element = owner.replaceFirst("^\\[+", "");
            return !element.startsWith("L") || path.find(element.substring(1, element.length() - 1)) != null;
        }
        ClassFile type = path.find(owner);
        if (type == null) {
            return false;
        }
        if (reference.kind() == Kind.CLASS || isSignaturePolymorphic(owner)) {
            return true;
        }
        if (reference.kind() != Kind.FIELD
                && type.is(Opcodes.ACC_INTERFACE) != (reference.kind() == Kind.INTERFACE_METHOD)) {
            return false; // IncompatibleClassChangeError
        }
        return supertypes(type).stream().anyMatch(declaring -> isVisible(from, declaring, reference.member()));
    }

    /** Every descriptor fits these. */
    private static boolean isSignaturePolymorphic(String owner) {
        return owner.equals("java/lang/invoke/MethodHandle") || owner.equals("java/lang/invoke/VarHandle");
    }

    private static boolean isVisible(ClassFile from, ClassFile declaring, String member) {
        Integer access = declaring.members().get(member);
        if (access == null) {
            return false;
        }
        boolean isOpen = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        return isOpen || packageOf(from.name()).equals(packageOf(declaring.name()));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** The class and everything above it, classes first; what isn't there is left out, and reported as a reference. */
    private Collection<ClassFile> supertypes(ClassFile from) {
        Map<String, ClassFile> found = new LinkedHashMap<>();
        Deque<ClassFile> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ClassFile type = open.remove();
            if (found.putIfAbsent(type.name(), type) == null) {
                Stream.concat(Stream.ofNullable(type.parent()), type.interfaces().stream())
                        .map(path::find)
                        .filter(Objects::nonNull)
                        .forEach(open::add);
            }
        }
        return found.values();
    }
}
