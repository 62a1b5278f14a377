package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Rename;
import io.github.alimsg.codegen.input.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a client's methods: of operations, their pagers, and helpers. */
final class ClientMethods {
    /** The methods of a client that are not operations. */
    private static final Set<String> CLIENT_METHODS =
            Set.of("async", "settings", "connectionsInUse", "warmUp", "close", "withOptions", "create", "builder");

    private final SourcePosition file;
    private final Customization customization;
    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    ClientMethods(Metadata metadata, Customization customization, Problems problems) {
        this.file = SourcePosition.of(metadata.file());
        this.customization = customization;
        this.problems = problems;
    }

    private static boolean isFree(String name) {
        return JavaNames.isMethodName(name) && !CLIENT_METHODS.contains(name);
    }

    String ofOperation(String operation) {
        String given = customization.methodNames().get(operation);
        String method = given != null ? given : JavaNames.method(operation);
        if (!isFree(method)) {
            problems.addClash(
                    operation,
                    file,
                    "the operation " + operation + " cannot be the client's method '" + method + "'",
                    "name it: fieldNames: {" + operation + ": otherName}",
                    new Rename("fieldNames", operation, method, List.of()));
            return (JavaNames.isName(method + "_") ? method : "unnamed") + "_"; // so that a report can show the rest
        }
        take(method, operation, operation, "name one: fieldNames: {" + operation + ": otherName}");
        return method;
    }

    String ofPager(String operation, Customization.Pager pager) {
        String given = pager.name();
        String method = given != null ? given : PagerNames.method(operation);
        String fix = "name it: pagers: {" + operation + ": {name: otherName, …}}";
        if (!isFree(method)) {
            problems.add(
                    pager.position(),
                    "the pager of " + operation + " cannot be the client's method '" + method + "'",
                    fix);
        }
        take(method, "the pager of " + operation, operation, fix);
        return method;
    }

    private void take(String method, String what, String operation, String fix) {
        String other = taken.putIfAbsent(method, what);
        if (other != null) {
            problems.addClash(
                    operation,
                    file,
                    what + " and " + other + " both become the client's method '" + method + "'",
                    fix,
                    new Rename("fieldNames", operation, JavaNames.method(operation), List.of()));
        }
    }

    /** Checks the names of helpers, once all operations have theirs. */
    void checkHelpers() {
        customization.helpers().forEach((method, helper) -> {
            if (!isFree(method)) {
                problems.add(
                        helper.position(), "the client cannot have a method '" + method + "'", "give it another name");
            }
            if (!JavaNames.isFreeTypeName(helper.type())) {
                problems.add(
                        helper.position(),
                        "'" + helper.type() + "' cannot be the name of a helper's class",
                        "write the simple name of a class in the client's package");
            }
            String other = taken.putIfAbsent(method, "the helper " + method);
            if (other != null) {
                problems.add(
                        helper.position(),
                        "the helper and " + other + " both become the client's method '" + method + "'",
                        "give the helper another name");
            }
        });
    }
}
