package io.github.alimsg.codegen.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import io.github.alimsg.codegen.output.SourceInMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The public API of Java sources: public classes, methods and fields with their types. The compiler only parses them,
 * so nothing that they refer to is needed.
 */
final class JavaSurface {
    private final SortedMap<String, JavaType> types = new TreeMap<>();

    /**
     * A class or an interface.
     *
     * @param heading how it is declared
     * @param members the declarations of its members
     */
    record JavaType(String heading, SortedSet<Member> members) {}

    /**
     * A member, ordered by name.
     *
     * @param name its name
     * @param signature how it is declared
     */
    record Member(String name, String signature) implements Comparable<Member> {
        private static final Pattern NOT_TYPE =
                Pattern.compile("@\\w+ ?|\\b(?:public|protected|static|final|abstract|default|native|synchronized) ");

        /** {@return what a caller writes: the name and the types in parentheses, whatever may be null} */
        String call() {
            return bare().substring(at());
        }

        /** {@return its type, whether or not it may be null} */
        String type() {
            return bare().substring(0, at()).strip();
        }

        private String bare() {
            return NOT_TYPE.matcher(signature).replaceAll("").replace(" ...", "...");
        }

        private int at() {
            int end = bare().indexOf('(');
            return bare().lastIndexOf(name, end < 0 ? bare().length() : end);
        }

        @Override
        public int compareTo(Member other) {
            int order = name.compareTo(other.name);
            return order != 0 ? order : signature.compareTo(other.signature);
        }
    }

    private JavaSurface() {}

    /**
     * Returns the public API of sources.
     *
     * @param sources the sources by path
     * @return their public classes, by full name
     * @throws IOException when the compiler cannot parse one
     */
    static SortedMap<String, JavaType> of(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("there is no compiler: run Maven with a JDK");
        }
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new SourceInMemory(path, text)));
        List<String> complaints = new ArrayList<>();
        var task = (JavacTask) compiler.getTask(
                null, null, diagnostic -> complaints.add(diagnostic.toString()), List.of("-proc:none"), null, files);
        var surface = new JavaSurface();
        for (CompilationUnitTree unit : task.parse()) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree tree) {
                    surface.addType(unit.getPackageName() + ".", tree, false);
                }
            }
        }
        if (!complaints.isEmpty()) {
            throw new IOException(String.join("\n", complaints));
        }
        return surface.types;
    }

    private void addType(String prefix, ClassTree type, boolean inInterface) {
        if (!isVisible(type.getModifiers(), inInterface)) {
            return;
        }
        String name = prefix + type.getSimpleName();
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
        SortedSet<Member> members = new TreeSet<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                addType(name + ".", nested, isInterface);
            } else if (member instanceof MethodTree method && isVisible(method.getModifiers(), isInterface)) {
                addMethod(members, type, method);
            } else if (member instanceof VariableTree field && isVisible(field.getModifiers(), isInterface)) {
                members.add(new Member(
                        field.getName().toString(),
                        modifiers(field.getModifiers()) + written(field.getType()) + " " + field.getName()));
            }
        }
        types.put(name, new JavaType(heading(name, type), members));
    }

    /** An overriding method adds nothing to the API of the superclass. */
    private static void addMethod(SortedSet<Member> members, ClassTree owner, MethodTree method) {
        if (has(method.getModifiers(), "Override")) {
            return;
        }
        boolean isConstructor = method.getReturnType() == null;
        String name = (isConstructor ? owner.getSimpleName() : method.getName()).toString();
        var parameters = new StringJoiner(", ", "(", ")");
        method.getParameters().forEach(parameter -> parameters.add(parameter(parameter)));
        String type = isConstructor ? "" : written(method.getReturnType()) + " ";
        members.add(new Member(name, modifiers(method.getModifiers()) + type + name + parameters));
    }

    private static String parameter(VariableTree parameter) {
        String type = written(parameter.getType());
        boolean manyArguments = parameter.toString().contains("...");
        return nullness(parameter.getModifiers())
                + (manyArguments && type.endsWith("[]") ? type.substring(0, type.length() - 2) + "..." : type);
    }

    private static String heading(String name, ClassTree type) {
        String kind = switch (type.getKind()) {
            case INTERFACE -> "interface ";
            case ENUM -> "enum ";
            case RECORD -> "record ";
            default -> "class ";
        };
        List<String> supertypes = new ArrayList<>();
        if (type.getExtendsClause() != null) {
            supertypes.add(written(type.getExtendsClause()));
        }
        type.getImplementsClause().forEach(supertype -> supertypes.add(written(supertype)));
        return modifiers(type.getModifiers())
                + kind
                + name
                + (supertypes.isEmpty() ? "" : " : " + String.join(", ", supertypes));
    }

    private static boolean isVisible(ModifiersTree modifiers, boolean inInterface) {
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED)
                || inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private static String modifiers(ModifiersTree modifiers) {
        String flags = modifiers.getFlags().stream()
                .filter(flag -> flag != Modifier.SYNCHRONIZED)
                .map(flag -> flag + " ")
                .collect(Collectors.joining());
        return (has(modifiers, "Deprecated") ? "@Deprecated " : "") + flags + nullness(modifiers);
    }

    private static String nullness(ModifiersTree modifiers) {
        return has(modifiers, "Nullable") ? "@Nullable " : "";
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        for (AnnotationTree found : modifiers.getAnnotations()) {
            if (found.getAnnotationType().toString().equals(annotation)) {
                return true;
            }
        }
        return false;
    }

    /** The compiler's own way to print an annotation has empty parentheses. */
    private static String written(Tree type) {
        return type.toString().replace("@Nullable()", "@Nullable");
    }
}
