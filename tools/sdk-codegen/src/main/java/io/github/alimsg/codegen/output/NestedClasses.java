package io.github.alimsg.codegen.output;

import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.OwnerModel;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;

/** Adds the classes of objects to the request or response that owns them. */
final class NestedClasses {
    private NestedClasses() {}

    static void addTo(TypeSpec.Builder type, OwnerModel owner, JavaTypes types, JavadocText javadoc) {
        StructGenerator generator = new StructGenerator(types, javadoc);
        for (StructModel struct : owner.nested().values()) {
            type.addType(generator.nested(struct, words(owner, struct)));
        }
    }

    /** What the field says that holds the first object of a class. */
    private static String words(OwnerModel owner, StructModel struct) {
        List<StructModel> holders = new ArrayList<>();
        holders.add(owner.top());
        holders.addAll(owner.nested().values());
        for (StructModel holder : holders) {
            for (FieldModel field : holder.fields()) {
                TypeModel.Struct held = field.type().struct();
                if (held != null && held.equals(new TypeModel.Struct(struct.name()))) {
                    return field.words() + (field.type() instanceof TypeModel.Struct ? "" : " This is one of them.");
                }
            }
        }
        throw new IllegalStateException("nothing holds " + struct.path());
    }
}
