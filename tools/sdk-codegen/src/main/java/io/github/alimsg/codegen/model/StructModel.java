package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A class with fields: a request, a response, or an object in one.
 *
 * @param name its simple name
 * @param path where it first occurs
 * @param fields its fields in the metadata's order
 */
public record StructModel(String name, FieldPath path, List<FieldModel> fields) {
    /**
     * Returns one of its fields.
     *
     * @param wireName the field's name on the wire
     * @return the field; null when there is none
     */
    public @Nullable FieldModel field(String wireName) {
        for (FieldModel field : fields) {
            if (field.wireName().equals(wireName)) {
                return field;
            }
        }
        return null;
    }

    /**
     * The class as those see it who read objects that were not built here: any field may be absent.
     *
     * @return the class with nothing required
     */
    public StructModel incomplete() {
        return new StructModel(
                name, path, fields.stream().map(FieldModel::optional).toList());
    }

    /** The same, with the objects of some classes of the package's classes. */
    StructModel sharing(Set<String> names) {
        List<FieldModel> same = new ArrayList<>();
        for (FieldModel field : fields) {
            TypeModel.Struct struct = field.type().struct();
            same.add(struct != null && names.contains(struct.name()) ? field.ofSharedClass() : field);
        }
        return new StructModel(name, path, List.copyOf(same));
    }

    /** The names of the classes whose objects its fields are or hold. */
    Set<String> holds() {
        Set<String> held = new TreeSet<>();
        for (FieldModel field : fields) {
            TypeModel.Struct struct = field.type().struct();
            if (struct != null) {
                held.add(struct.name());
            }
        }
        return held;
    }

    /** Whether another class, of another request or response, has the same fields in any order. */
    boolean isLike(StructModel other) {
        boolean sameDirection = path.direction() == other.path.direction();
        if (fields.size() != other.fields.size()) {
            return false;
        }
        for (FieldModel field : fields) {
            FieldModel same = other.field(field.wireName());
            if (same == null || !field.isLike(same, sameDirection)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another class has the same fields, whatever their words. */
    boolean sameShape(StructModel other) {
        if (fields.size() != other.fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).sameShape(other.fields.get(i))) {
                return false;
            }
        }
        return true;
    }
}
