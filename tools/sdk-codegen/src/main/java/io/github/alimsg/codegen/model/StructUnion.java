package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts the fields of several objects into one class: fields of one Java name, which must be of one type. A field is
 * required when each object that is sent requires it, and sensitive when it is so anywhere. It travels as requests want
 * it; responses may spell it differently.
 */
final class StructUnion {
    private final String file;
    private final Problems problems;

    /**
     * A union of what one API has.
     *
     * @param file the metadata's name
     * @param problems takes what does not fit
     */
    StructUnion(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** An object's field, and whether the object is sent. */
    private record Use(FieldModel field, StructModel struct) {
        boolean isSent() {
            return struct.path().direction() == Direction.REQUEST;
        }
    }

    /** The class of several objects of one name, at least one; the first has the say in the order of fields. */
    StructModel of(List<StructModel> structs) {
        Map<String, List<Use>> byName = new LinkedHashMap<>();
        for (StructModel struct : structs) {
            for (FieldModel field : struct.fields()) {
                byName.computeIfAbsent(field.javaName(), name -> new ArrayList<>())
                        .add(new Use(field, struct));
            }
        }
        long sent = structs.stream()
                .filter(struct -> struct.path().direction() == Direction.REQUEST)
                .count();
        List<FieldModel> fields = new ArrayList<>();
        byName.values().forEach(uses -> fields.add(field(uses, sent)));
        return new StructModel(structs.get(0).name(), structs.get(0).path(), List.copyOf(fields));
    }

    private FieldModel field(List<Use> uses, long objectsSent) {
        List<Use> sent = uses.stream().filter(Use::isSent).toList();
        Use first = sent.isEmpty() ? uses.get(0) : sent.get(0);
        uses.forEach(use -> compare(first, use));
        PhoneModel phone = sent.isEmpty() ? null : sent.get(0).field().phone();
        for (Use use : sent) {
            if (!Objects.equals(use.field().phone(), phone)) {
                wrong(first, use, "write phone numbers differently");
            }
        }
        return first.field()
                .shared(
                        !sent.isEmpty()
                                && sent.size() == objectsSent
                                && sent.stream().allMatch(use -> use.field().required()),
                        uses.stream().anyMatch(use -> use.field().sensitive()),
                        uses.stream()
                                .map(use -> use.field().deprecated())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        phone);
    }

    private void compare(Use one, Use other) {
        boolean isSent = one.isSent() && other.isSent();
        if (!(isSent
                ? one.field().type().equals(other.field().type())
                : one.field().type().asRead().equals(other.field().type().asRead()))) {
            wrong(one, other, "are of different types");
        }
        if (!Objects.equals(one.field().only(), other.field().only())) {
            wrong(one, other, "are not in the same object on the wire");
        }
        if (isSent && !one.field().wireName().equals(other.field().wireName())) {
            wrong(one, other, "are spelled differently on the wire");
        }
    }

    private void wrong(Use one, Use other, String wrong) {
        problems.add(
                SourcePosition.of(file),
                path(one) + " and " + path(other) + ", of the shared class "
                        + one.struct().name() + ", " + wrong,
                "make them alike, or give one class another name: names: {"
                        + other.struct().path() + ": OtherName}");
    }

    private static String path(Use use) {
        return use.struct().path().child(use.field().wireName()).toString();
    }
}
