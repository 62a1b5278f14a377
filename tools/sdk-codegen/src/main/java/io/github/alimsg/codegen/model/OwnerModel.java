package io.github.alimsg.codegen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request or a response, with the classes nested in it.
 *
 * @param top its own fields
 * @param nested the classes nested in it, by name, in the order they are met
 */
public record OwnerModel(StructModel top, Map<String, StructModel> nested) {
    /**
     * A class nested here.
     *
     * @param struct its type
     * @return the class
     */
    public StructModel nested(TypeModel.Struct struct) {
        StructModel found = nested.get(struct.name());
        if (found == null) {
            throw new IllegalStateException(top.name() + " has no nested class " + struct.name());
        }
        return found;
    }

    /**
     * Follows a path through objects.
     *
     * @param path dotted wire names
     * @return the fields from the top down; null when there is no such path
     */
    @Nullable
    List<FieldModel> fields(String path) {
        List<FieldModel> fields = new ArrayList<>();
        StructModel struct = top;
        for (String name : path.split("\\.", -1)) {
            if (!fields.isEmpty()) {
                if (!(fields.get(fields.size() - 1).type() instanceof TypeModel.Struct type)) {
                    return null;
                }
                struct = nested(type);
            }
            FieldModel field = struct.field(name);
            if (field == null) {
                return null;
            }
            fields.add(field);
        }
        return fields;
    }
}
