package io.github.alimsg.codegen.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request or a response, with the classes of the objects in it.
 *
 * @param top its own fields
 * @param nested the classes nested in it, by name, in the order they are met
 * @param shared of the classes that are shared with others, what occurs here, by name
 */
public record OwnerModel(StructModel top, Map<String, StructModel> nested, Map<String, StructModel> shared) {
    /**
     * The class of an object, as it occurs here.
     *
     * @param struct its type
     * @return the class
     */
    public StructModel classOf(TypeModel.Struct struct) {
        StructModel found = (struct.shared() ? shared : nested).get(struct.name());
        if (found == null) {
            throw new IllegalStateException(top.name() + " has no objects of class " + struct.name());
        }
        return found;
    }

    /**
     * The same, with some of its classes shared.
     *
     * @param names the classes
     * @return a new model
     */
    OwnerModel sharing(Set<String> names) {
        Map<String, StructModel> others = new LinkedHashMap<>();
        Map<String, StructModel> those = new LinkedHashMap<>();
        nested.forEach((name, struct) -> (names.contains(name) ? those : others).put(name, struct.sharing(names)));
        return new OwnerModel(top.sharing(names), others, those);
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
        for (Iterator<String> names = List.of(path.split("\\.", -1)).iterator(); names.hasNext(); ) {
            if (!fields.isEmpty()) {
                if (!(fields.get(fields.size() - 1).type() instanceof TypeModel.Struct type)) {
                    return null;
                }
                struct = classOf(type);
            }
            FieldModel field = struct.field(names.next());
            boolean ends = field == null || field.only() == null || !names.hasNext();
            if (field == null || !ends && !names.next().equals(field.only())) {
                return null;
            }
            fields.add(field);
        }
        return fields;
    }
}
