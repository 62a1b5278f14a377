package io.github.alimsg.codegen.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what fields are called in Java. Words name fields as the wire does, which nobody can type; a name that fields of
 * several Java names share is left as it is, and so is what names no field.
 */
public final class FieldNames {
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*)*");

    private final Map<String, Map<String, Set<String>>> byOperation = new HashMap<>();
    private final Map<String, Set<String>> ofAll = new HashMap<>();

    /**
     * The names of all fields.
     *
     * @param operations the operations of the API
     */
    public FieldNames(Collection<OperationModel> operations) {
        for (OperationModel operation : operations) {
            Map<String, Set<String>> names = byOperation.computeIfAbsent(operation.name(), name -> new HashMap<>());
            Stream.of(operation.request(), operation.response())
                    .flatMap(FieldNames::classes)
                    .flatMap(struct -> struct.fields().stream())
                    .forEach(field -> {
                        add(names, field);
                        add(ofAll, field);
                    });
        }
    }

    private static Stream<StructModel> classes(OwnerModel owner) {
        return Stream.of(Stream.of(owner.top()), owner.nested().values().stream(), owner.shared().values().stream())
                .flatMap(classes -> classes);
    }

    private static void add(Map<String, Set<String>> names, FieldModel field) {
        for (String wireName : field.wireNames()) {
            names.computeIfAbsent(wireName, name -> new TreeSet<>()).add(field.javaName());
        }
    }

    /**
     * A text in backticks, in words about an operation. Its own fields come before those of others.
     *
     * @param operation the operation
     * @param code the text
     * @return the name in Java of the field that the text names, objects above it included; else the text
     */
    public String inOperation(String operation, String code) {
        return translated(byOperation.getOrDefault(operation, Map.of()), code);
    }

    /**
     * A text in backticks, in words that are about no single operation.
     *
     * @param code the text
     * @return the name in Java of the field that the text names, objects above it included; else the text
     */
    public String inApi(String code) {
        return translated(Map.of(), code);
    }

    private String translated(Map<String, Set<String>> nearest, String code) {
        if (!PATH.matcher(code).matches()) {
            return code;
        }
        var path = new StringBuilder();
        for (String name : code.split("\\.", -1)) {
            Set<String> found = nearest.getOrDefault(name, ofAll.getOrDefault(name, Set.of()));
            if (found.size() != 1) {
                return code;
            }
            path.append(path.isEmpty() ? "" : ".").append(found.iterator().next());
        }
        return path.toString();
    }
}
