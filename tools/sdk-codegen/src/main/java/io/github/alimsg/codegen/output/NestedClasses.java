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
        NestedTypeGenerator generator = new NestedTypeGenerator(types, javadoc);
        for (StructModel struct : owner.nested().values()) {
            type.addType(generator.generate(struct, words(owner, struct, javadoc)));
        }
    }

    /** What the field says that holds the first object of a class. */
    private static String words(OwnerModel owner, StructModel struct, JavadocText javadoc) {
        List<StructModel> holders = new ArrayList<>();
        holders.add(owner.top());
        holders.addAll(owner.nested().values());
        for (StructModel holder : holders) {
            for (FieldModel field : holder.fields()) {
                if (holds(field.type(), struct.name())) {
                    String more = field.type() instanceof TypeModel.Struct ? "" : " This is one of them.";
                    return javadoc.of(field.words() + more);
                }
            }
        }
        throw new IllegalStateException("nothing holds " + struct.path());
    }

    private static boolean holds(TypeModel type, String struct) {
        if (type instanceof TypeModel.Items items) {
            return holds(items.item(), struct);
        }
        if (type instanceof TypeModel.Members members) {
            return holds(members.value(), struct);
        }
        return type.equals(new TypeModel.Struct(struct));
    }
}
