package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.input.Side;
import io.github.alimsg.codegen.model.StructModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the classes of objects inside requests and responses. */
final class NestedTypeGenerator {
    private final JavaTypes types;
    private final JavadocText javadoc;

    NestedTypeGenerator(JavaTypes types, JavadocText javadoc) {
        this.types = types;
        this.javadoc = javadoc;
    }

    TypeSpec generate(StructModel struct, String words) {
        ClassName name = types.struct(struct.name());
        ClassMembers members = new ClassMembers(struct, name, types, javadoc, null, List.of());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", words)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        members.addTo(type);
        if (struct.path().side() == Side.REQUEST) {
            type.addMethod(write(struct));
        } else {
            addReading(type, struct, name);
        }
        members.addEquality(type);
        members.addToString(type, List.of(), List.of());
        return type.addType(new BuilderClass(struct, name, types, javadoc, null, members.slots(), List.of()).generate())
                .build();
    }

    private MethodSpec write(StructModel struct) {
        return MethodSpec.methodBuilder("write")
                .addParameter(CoreTypes.STRUCTURE_WRITER, "out")
                .addCode(new WriteCode(types).members(struct.fields()))
                .build();
    }

    private void addReading(TypeSpec.Builder type, StructModel struct, ClassName name) {
        ReadCode code = new ReadCode(types);
        type.addMethod(MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(CoreTypes.JSON_READER, "in")
                .addStatement("$T builder = new $T()", name.nestedClass("Builder"), name.nestedClass("Builder"))
                .addCode(code.members(struct.fields(), CodeBlock.of("in.skip();\n")))
                .addStatement("return builder.build()")
                .build());
        code.helpers(struct.fields()).forEach(type::addMethod);
    }
}
