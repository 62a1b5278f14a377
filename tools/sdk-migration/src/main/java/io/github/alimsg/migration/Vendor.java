package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The vendor's clients that are replaced: one generation, some products. */
final class Vendor {
    private final Generation generation;
    private final List<Mapping> mappings = new ArrayList<>();

    Vendor(Generation generation, List<String> products) {
        this.generation = generation;
        products.forEach(product -> mappings.add(Mapping.of(generation, product)));
    }

    Generation generation() {
        return generation;
    }

    List<Mapping> mappings() {
        return mappings;
    }

    /** The class of that type; null when it is none of the models. */
    @Nullable
    VendorClass classOf(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? null : classOf(known.getFullyQualifiedName());
    }

    /** The class of that full name; null when it is none of the models. */
    @Nullable
    VendorClass classOf(String name) {
        for (Mapping mapping : mappings) {
            VendorClass found = mapping.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The class that a method is called on; null when it is none of the models. */
    @Nullable
    VendorClass calledOn(J.MethodInvocation call) {
        Expression select = call.getSelect();
        VendorClass found = select == null ? null : classOf(select.getType());
        JavaType.Method method = call.getMethodType();
        return found != null || method == null ? found : classOf(method.getDeclaringType());
    }

    /** The product whose client has that type; null when it is no client. */
    @Nullable
    Mapping client(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        if (known != null) {
            for (Mapping mapping : mappings) {
                if (mapping.generation().client(mapping.product()).equals(known.getFullyQualifiedName())) {
                    return mapping;
                }
            }
        }
        return null;
    }

    /** The product whose client's method is called; null when it is another method. */
    @Nullable
    Mapping clientCalled(J.MethodInvocation call) {
        Expression select = call.getSelect();
        Mapping found = select == null ? null : client(select.getType());
        JavaType.Method method = call.getMethodType();
        return found != null || method == null ? found : client(method.getDeclaringType());
    }

    /** Whether an expression is a type of that full name. */
    static boolean is(@Nullable JavaType type, String name) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && known.getFullyQualifiedName().equals(name);
    }
}
