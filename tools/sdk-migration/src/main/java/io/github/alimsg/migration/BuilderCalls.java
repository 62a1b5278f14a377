package io.github.alimsg.migration;

import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;

/** Calls of our builders and accessors, made of the vendor's without losing white space and comments. */
final class BuilderCalls {
    private BuilderCalls() {}

    /** The call of another method, whose type is not known. */
    static J.MethodInvocation renamed(J.MethodInvocation call, String name) {
        return call.withName(call.getName().withSimpleName(name)).withMethodType(null);
    }

    /** The call on another object, in the same place. */
    static J.MethodInvocation withSelect(J.MethodInvocation call, Expression select) {
        JRightPadded<Expression> padded = call.getPadding().getSelect();
        Space after = padded == null ? Space.EMPTY : padded.getAfter();
        return call.getPadding()
                .withSelect(JRightPadded.<Expression>build(select.withPrefix(Space.EMPTY))
                        .withAfter(after));
    }

    /** Whether an expression ends in our own {@code build()}. */
    static boolean isBuilt(Expression value) {
        return value instanceof J.MethodInvocation call
                && call.getMethodType() == null
                && call.getSimpleName().equals("build");
    }

    /** The builder of what is built; anything else as it is. */
    static Expression unbuilt(Expression value) {
        Expression select = isBuilt(value) ? ((J.MethodInvocation) value).getSelect() : null;
        return select == null ? value : select;
    }

    /** What a chain of setters builds. */
    static J.MethodInvocation built(J.MethodInvocation set) {
        JRightPadded<Expression> padded = set.getPadding().getSelect();
        Space after = padded == null ? Space.EMPTY : padded.getAfter();
        J.MethodInvocation built = (J.MethodInvocation) Snippets.expression("$0.build()", set.withPrefix(Space.EMPTY));
        Expression plain = set.withPrefix(Space.EMPTY);
        return built.getPadding()
                .withSelect(JRightPadded.build(plain).withAfter(after))
                .withPrefix(set.getPrefix());
    }
}
