package io.github.alimsg.codegen.model;

import java.util.Map;

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
}
