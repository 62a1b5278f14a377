package io.github.alimsg.migration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/** Trees from text, in which {@code $0}, {@code $1} are other expressions. */
final class Snippets {
    private static final Map<String, J.CompilationUnit> PARSED = new ConcurrentHashMap<>();

    private Snippets() {}

    /** An expression. */
    static Expression expression(String text, Expression... parts) {
        J.VariableDeclarations field = (J.VariableDeclarations)
                members("class A { Object a = " + text + "; }").get(0);
        Expression value = field.getVariables().get(0).getInitializer();
        if (value == null) {
            throw new IllegalStateException(text);
        }
        return with(value, parts).withPrefix(Space.EMPTY);
    }

    /** A statement. */
    static Statement statement(String text, Expression... parts) {
        J.MethodDeclaration method = (J.MethodDeclaration)
                members("class A { void a() { " + text + " } }").get(0);
        J.Block body = method.getBody();
        if (body == null) {
            throw new IllegalStateException(text);
        }
        return with(body.getStatements().get(0), parts);
    }

    /** The type of a variable. */
    static TypeTree type(String text) {
        if (text.indexOf('<') < 0) {
            return (TypeTree) name(text);
        }
        J.VariableDeclarations field =
                (J.VariableDeclarations) members("class A { " + text + " a; }").get(0);
        TypeTree type = field.getTypeExpression();
        if (type == null) {
            throw new IllegalStateException(text);
        }
        return with(type).withPrefix(Space.EMPTY);
    }

    /** A name, with or without dots. */
    static Expression name(String text) {
        Expression name = null;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            J.Identifier part = new J.Identifier(
                    Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), text.substring(from, to), null, null);
            name = name == null
                    ? part
                    : new J.FieldAccess(
                            Tree.randomId(), Space.EMPTY, Markers.EMPTY, name, JLeftPadded.build(part), null);
            from = to + 1;
        }
        if (name == null) {
            throw new IllegalArgumentException("no name");
        }
        return name;
    }

    /** A text without characters that need escapes. */
    static Expression text(String value) {
        return new J.Literal(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, value, '"' + value + '"', null, JavaType.Primitive.String);
    }

    /** An import. */
    static J.Import imported(String name) {
        return new J.Import(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JLeftPadded.build(false),
                (J.FieldAccess) name(name).<Expression>withPrefix(Space.SINGLE_SPACE),
                null);
    }

    private static List<Statement> members(String source) {
        return parsed(source).getClasses().get(0).getBody().getStatements();
    }

    private static J.CompilationUnit parsed(String source) {
        return PARSED.computeIfAbsent(source, text -> {
            SourceFile file = JavaParser.fromJavaVersion()
                    .build()
                    .parse(new InMemoryExecutionContext(), text)
                    .findFirst()
                    .orElseThrow();
            if (file instanceof J.CompilationUnit unit) {
                return unit;
            }
            throw new IllegalStateException("not Java: " + text);
        });
    }

    private static <T extends J> T with(T tree, Expression... parts) {
        @SuppressWarnings("unchecked")
        T copy = (T)
                new JavaVisitor<Integer>() {
                    @Override
                    public J visitIdentifier(J.Identifier identifier, Integer p) {
                        String name = identifier.getSimpleName();
                        if (name.startsWith("$")) {
                            Expression part = parts[Integer.parseInt(name.substring(1))];
                            return part.withPrefix(identifier.getPrefix());
                        }
                        return super.visitIdentifier(identifier, p);
                    }

                    @Override
                    public J postVisit(J found, Integer p) {
                        return isPart(found, parts) ? found : found.withId(Tree.randomId());
                    }
                }.visitNonNull(tree, 0);
        return copy;
    }

    private static boolean isPart(J tree, Expression... parts) {
        for (Expression part : parts) {
            if (part.isScope(tree)) {
                return true;
            }
        }
        return false;
    }
}
