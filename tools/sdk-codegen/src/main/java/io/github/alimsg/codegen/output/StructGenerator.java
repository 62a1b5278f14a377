package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.SharedModel;
import io.github.alimsg.codegen.model.StructModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Generates the classes of objects inside requests and responses: those nested there, and those of the package. */
final class StructGenerator {
    private final JavaTypes types;
    private final JavadocText javadoc;

    StructGenerator(JavaTypes types, JavadocText javadoc) {
        this.types = types;
        this.javadoc = javadoc;
    }

    /** A class nested in the request or response that owns the types. */
    TypeSpec nested(StructModel struct, String words) {
        boolean sent = struct.path().direction() == Direction.REQUEST;
        var model = new SharedModel(struct, sent, !sent, Set.of(), Map.of(), words);
        return generate(model, types.owner().nestedClass(struct.name()))
                .addModifiers(Modifier.STATIC)
                .build();
    }

    /** A class of the package. */
    TypeSpec shared(SharedModel model) {
        return generate(model, types.owner()).build();
    }

    private TypeSpec.Builder generate(SharedModel model, ClassName name) {
        StructModel struct = model.struct();
        StructModel seen = model.read() ? struct.incomplete() : struct;
        ClassMembers members = new ClassMembers(seen, name, types, javadoc, null, List.of());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", javadoc.of(model.words()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        members.addTo(type);
        if (model.sent()) {
            type.addMethod(write(model));
        }
        if (model.read()) {
            addReading(type, model, name);
        }
        members.addEquality(type);
        members.addToString(type, List.of(), List.of());
        return type.addType(
                new BuilderClass(struct, name, types, javadoc, null, members.slots(), List.of()).generate());
    }

    private MethodSpec write(SharedModel model) {
        List<FieldModel> fields = model.struct().fields().stream()
                .filter(field -> !model.readOnly().contains(field.javaName()))
                .toList();
        return MethodSpec.methodBuilder("write")
                .addParameter(CoreTypes.STRUCTURE_WRITER, "out")
                .addCode(new WriteCode(types).members(fields))
                .build();
    }

    /** What is read is not checked: the service may leave out what requests need. */
    private void addReading(TypeSpec.Builder type, SharedModel model, ClassName name) {
        ReadCode code = new ReadCode(types);
        List<FieldModel> fields = model.struct().fields();
        type.addMethod(MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(CoreTypes.JSON_READER, "in")
                .addStatement("$T builder = new $T()", name.nestedClass("Builder"), name.nestedClass("Builder"))
                .addCode(code.members(fields, model.spellings(), CodeBlock.of("in.skip()")))
                .addStatement("return new $T(builder)", name)
                .build());
        code.helpers(fields).forEach(type::addMethod);
    }
}
