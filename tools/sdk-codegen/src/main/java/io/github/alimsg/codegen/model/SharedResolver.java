package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes one class of the objects of a name that several requests and responses have. */
final class SharedResolver {
    private final Docs docs;
    private final StructUnion union;

    /**
     * A resolver of one API's classes.
     *
     * @param file the metadata's name
     * @param docs our words
     * @param problems takes what does not fit
     */
    SharedResolver(String file, Docs docs, Problems problems) {
        this.docs = docs;
        this.union = new StructUnion(file, problems);
    }

    /**
     * The class of some objects.
     *
     * @param structs the objects, at least one, in the order of their operations
     * @return the class
     */
    SharedModel resolve(List<StructModel> structs) {
        StructModel all = union.of(structs);
        boolean sent = has(structs, Direction.REQUEST);
        List<FieldModel> fields = new ArrayList<>();
        Set<String> readOnly = new TreeSet<>();
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        for (FieldModel field : all.fields()) {
            List<StructModel> having = structs.stream()
                    .filter(struct -> fieldOf(struct, field).isPresent())
                    .toList();
            String only = restriction(structs, having);
            if (sent && !has(having, Direction.REQUEST)) {
                readOnly.add(field.javaName());
                only += " Read only: it is not sent.";
            }
            fields.add(field.withWords(words(all.name(), field, having) + only));
            Set<String> others = new LinkedHashSet<>();
            having.forEach(struct -> fieldOf(struct, field).ifPresent(same -> others.add(same.wireName())));
            others.remove(field.wireName());
            if (!others.isEmpty()) {
                spellings.put(field.javaName(), others);
            }
        }
        return new SharedModel(
                new StructModel(all.name(), all.path(), List.copyOf(fields)),
                sent,
                has(structs, Direction.RESPONSE),
                readOnly,
                spellings,
                docs.ofClass(all.name()));
    }

    private static boolean has(List<StructModel> structs, Direction direction) {
        return structs.stream().anyMatch(struct -> struct.path().direction() == direction);
    }

    private static Optional<FieldModel> fieldOf(StructModel struct, FieldModel like) {
        return struct.fields().stream()
                .filter(field -> field.javaName().equals(like.javaName()))
                .findFirst();
    }

    private String words(String name, FieldModel field, List<StructModel> having) {
        Map<FieldPath, String> said = new LinkedHashMap<>();
        having.forEach(struct ->
                fieldOf(struct, field).ifPresent(same -> said.put(struct.path().child(same.wireName()), same.words())));
        return docs.ofClassField(name, field.wireName(), said);
    }

    /** Which operations have a field that others lack, or the other way round, whichever is shorter. */
    private static String restriction(List<StructModel> structs, List<StructModel> having) {
        Set<String> with = operations(having);
        Set<String> without = operations(structs);
        without.removeAll(with);
        if (without.isEmpty()) {
            return "";
        }
        return with.size() <= without.size() ? " Only in " + links(with) + "." : " Not in " + links(without) + ".";
    }

    private static Set<String> operations(List<StructModel> structs) {
        return structs.stream().map(struct -> struct.path().operation()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String links(Set<String> operations) {
        return operations.stream()
                .map(operation -> "[" + operation + "]")
                .collect(Collectors.joining(operations.size() == 2 ? " and " : ", "));
    }
}
