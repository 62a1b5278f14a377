package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.FieldPath;
import java.util.List;
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
