package io.github.alimsg.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The vendor's client that is replaced: one generation, one product. */
final class Vendor {
    private static final int MAX_DEPTH = 8;
    /** The length of a version, such as {@code 2017-05-25}. */
    private static final int VERSION = 10;

    private static final String WITH_OPTIONS = "WithOptions";

    private final Mapping mapping;
    private final Map<String, Optional<VendorClass>> nested = new HashMap<>();

    Vendor(Generation generation, String product) {
        mapping = Mapping.of(generation, product);
    }

    Generation generation() {
        return mapping.generation();
    }

    Mapping mapping() {
        return mapping;
    }

    /** Whether a source is about this client: one that uses only other products of the vendor's is not. */
    boolean concerns(J.CompilationUnit unit) {
        boolean others = usesCommonRequests(unit);
        for (JavaType type : unit.getTypesInUse().getTypesInUse()) {
            JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
            String product = known == null ? null : generation().product(known.getFullyQualifiedName());
            if (mapping.product().equals(product)) {
                return true;
            }
            others |= product != null;
        }
        return !others;
    }

    /** Whether a source has common requests, and none of them can be for this client. */
    private boolean usesCommonRequests(J.CompilationUnit unit) {
        boolean common = generation() == Generation.FIRST
                && unit.getTypesInUse().getTypesInUse().stream()
                        .anyMatch(type -> is(type, CommonRequestsVisitor.REQUEST));
        return common
                && !Uses.any(
                        List.of(unit),
                        tree -> tree instanceof J.Literal literal
                                && literal.getValue() instanceof String text
                                && text.length() == VERSION
                                && mapping.product().endsWith(text.replace("-", "")));
    }

    /** The class of that type; null when it is none of the models. */
    @Nullable
    VendorClass classOf(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        if (known == null) {
            return null;
        }
        String name = known.getFullyQualifiedName();
        VendorClass found = mapping.find(name);
        if (found != null || name.indexOf('$') < 0) {
            return found;
        }
        Optional<VendorClass> before = nested.get(name);
        if (before == null) {
            before = Optional.ofNullable(nested(known));
            nested.put(name, before);
        }
        return before.orElse(null);
    }

    /**
     * The class of an object in another. Each generation has its own names for these, so it is found as the code that
     * uses it does: from the class around it, by the getters that lead to it.
     */
    private @Nullable VendorClass nested(JavaType.FullyQualified type) {
        JavaType.FullyQualified outermost = type;
        while (outermost.getOwningClass() != null) {
            outermost = outermost.getOwningClass();
        }
        VendorClass holder = mapping.find(outermost.getFullyQualifiedName());
        return holder == null ? null : within(outermost, holder, type.getFullyQualifiedName(), 0);
    }

    private static @Nullable VendorClass within(
            JavaType.FullyQualified type, VendorClass holder, String name, int depth) {
        for (JavaType.Method method : type.getMethods()) {
            Property property =
                    method.getParameterTypes().isEmpty() ? holder.propertyOf(method.getName(), "get") : null;
            JavaType.FullyQualified returned = TypeUtils.asFullyQualified(item(method.getReturnType()));
            if (property == null || property.object() == null || returned == null) {
                continue;
            }
            Property only = isList(method.getReturnType()) ? property.onlyMember() : null;
            VendorClass object = only == null ? property.object() : only.object();
            if (object == null || returned.getFullyQualifiedName().indexOf('$') < 0) {
                continue;
            }
            if (returned.getFullyQualifiedName().equals(name)) {
                return object;
            }
            VendorClass deeper = depth < MAX_DEPTH ? within(returned, object, name, depth + 1) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    /** The type of what is in a list or a map, or the type itself. */
    private static JavaType item(JavaType type) {
        if (type instanceof JavaType.Parameterized generic) {
            List<JavaType> parameters = generic.getTypeParameters();
            return item(parameters.get(parameters.size() - 1));
        }
        return type;
    }

    static boolean isList(@Nullable JavaType type) {
        return is(type, "java.util.List");
    }

    /** The class that an object of that type builds; null when it is no builder of a model. */
    @Nullable
    VendorClass builtBy(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && known.getFullyQualifiedName().endsWith("$Builder")
                ? classOf(known.getOwningClass())
                : null;
    }

    /** Whether objects of a type are sent: a request, or an object inside of one. */
    boolean isSent(@Nullable JavaType type) {
        VendorClass known = classOf(type);
        return known != null && known.isSent();
    }

    /** The class that a method is called on; null when it is none of the models. */
    @Nullable
    VendorClass calledOn(J.MethodInvocation call) {
        Expression select = call.getSelect();
        VendorClass found = select == null ? null : classOf(select.getType());
        JavaType.Method method = call.getMethodType();
        return found != null || method == null ? found : classOf(method.getDeclaringType());
    }

    /** The class for whose builder a method is called; null when it is for none of the models. */
    @Nullable
    VendorClass builtBy(J.MethodInvocation call) {
        Expression select = call.getSelect();
        VendorClass found = select == null ? null : builtBy(select.getType());
        JavaType.Method method = call.getMethodType();
        return found != null || method == null ? found : builtBy(method.getDeclaringType());
    }

    boolean isClient(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && generation().clients(mapping.product()).contains(known.getFullyQualifiedName());
    }

    /** Whether a method of the vendor's client is called. */
    boolean isClientCalled(J.MethodInvocation call) {
        Expression select = call.getSelect();
        JavaType.Method method = call.getMethodType();
        return select != null && isClient(select.getType()) || method != null && isClient(method.getDeclaringType());
    }

    /** Our client's method for a call of the vendor's; null when it calls no operation. */
    @Nullable
    String operation(J.MethodInvocation call) {
        if (!isClientCalled(call) || call.getMethodType() == null) {
            return null; // without a type, it is a call of ours already
        }
        String name = call.getSimpleName();
        if (generation() != Generation.FIRST) {
            return mapping.method(
                    name.endsWith(WITH_OPTIONS) ? name.substring(0, name.length() - WITH_OPTIONS.length()) : name);
        }
        JavaType.FullyQualified request =
                TypeUtils.asFullyQualified(call.getArguments().get(0).getType());
        return name.equals("getAcsResponse") && request != null && classOf(request) != null
                ? mapping.method(request.getClassName()
                        .substring(0, request.getClassName().length() - "Request".length()))
                : null;
    }

    /** Whether an expression is the response to a call of an operation; with futures, when it waits for one. */
    boolean isResponse(J.MethodInvocation call) {
        return generation() == Generation.ASYNC ? awaited(call) != null : operation(call) != null;
    }

    /** The call for whose future {@code get()} or {@code join()} waits; null when this waits for none. */
    J.@Nullable MethodInvocation awaited(J.MethodInvocation wait) {
        boolean waits =
                (wait.getSimpleName().equals("get") || wait.getSimpleName().equals("join"))
                        && wait.getArguments().stream().allMatch(J.Empty.class::isInstance);
        return waits
                        && generation() == Generation.ASYNC
                        && wait.getSelect() instanceof J.MethodInvocation call
                        && operation(call) != null
                ? call
                : null;
    }

    /** Whether the failure of a call comes as an exception of that type. */
    boolean isFailure(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null
                && (generation().exception(known.getFullyQualifiedName()) != null
                        || generation() == Generation.ASYNC && CallsVisitor.isFailed(known));
    }

    /** Whether an expression is of a type of that full name. */
    static boolean is(@Nullable JavaType type, String name) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && known.getFullyQualifiedName().equals(name);
    }
}
