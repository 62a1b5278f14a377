package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;

/** The setters that are called on one object, in order. */
final class Settings {
    /**
     * A setter.
     *
     * @param name the setting
     * @param value its value
     * @param before white space before the dot
     */
    record Setting(String name, Expression value, Space before) {
        /** A call on an expression, {@code $1} and so on in which are the values. */
        Expression on(Expression object, String call, Expression... values) {
            Expression[] parts = new Expression[values.length + 1];
            parts[0] = object;
            for (int i = 0; i < values.length; i++) {
                parts[i + 1] = values[i].withPrefix(Space.EMPTY);
            }
            J.MethodInvocation made = (J.MethodInvocation) Snippets.expression("$0." + call, parts);
            JRightPadded<Expression> select = made.getPadding().getSelect();
            return select == null ? made : made.getPadding().withSelect(select.withAfter(before));
        }
    }

    private final List<Setting> all = new ArrayList<>();
    private final Expression root;

    Settings(Expression chain) {
        Expression at = chain;
        while (at instanceof J.MethodInvocation call && SetterChains.isSetter(call) && call.getSelect() != null) {
            String name = call.getSimpleName().substring("set".length());
            JRightPadded<Expression> select = call.getPadding().getSelect();
            all.add(
                    0,
                    new Setting(
                            Character.toLowerCase(name.charAt(0)) + name.substring(1),
                            call.getArguments().get(0),
                            select == null ? Space.EMPTY : select.getAfter()));
            at = call.getSelect();
        }
        root = at;
    }

    /** What the setters are called on. */
    Expression root() {
        return root;
    }

    List<Setting> all() {
        return all;
    }

    @Nullable
    Expression value(String name) {
        for (Setting setting : all) {
            if (setting.name().equals(name)) {
                return setting.value();
            }
        }
        return null;
    }
}
