package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the response of an operation, including how it is read. */
final class ResponseGenerator {
    private final OperationModel operation;
    private final JavaTypes types;
    private final JavadocText javadoc;
    private final ClassName response;

    ResponseGenerator(OperationModel operation, String modelPackage, JavadocText javadoc) {
        this.operation = operation;
        this.response = ClassName.get(modelPackage, operation.responseName());
        this.types = new JavaTypes(modelPackage, response);
        this.javadoc = javadoc;
    }

    TypeSpec generate() {
        ClassMembers members = new ClassMembers(
                operation.response().top(), response, types, javadoc, CoreTypes.SDK_RESPONSE, List.of());
        TypeSpec.Builder type = TypeSpec.classBuilder(response)
                .addJavadoc("The response to {@link $L}.", operation.requestName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CoreTypes.SDK_RESPONSE);
        members.addTo(type);
        addReading(type);
        members.addToString(type, List.of(CodeBlock.of("\n.add($S, requestId())", "requestId")), List.of());
        type.addType(new BuilderClass(
                        operation.response().top(),
                        response,
                        types,
                        javadoc,
                        CoreTypes.SDK_RESPONSE,
                        members.slots(),
                        List.of())
                .generate());
        NestedClasses.addTo(type, operation.response(), types, javadoc);
        return type.build();
    }

    private void addReading(TypeSpec.Builder type) {
        ReadCode code = new ReadCode(types);
        ClassName builder = response.nestedClass("Builder");
        type.addMethod(MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(response)
                .addParameter(CoreTypes.JSON_READER, "in")
                .addStatement("$T builder = new $T()", builder, builder)
                .beginControlFlow("if (in.startObject())")
                .addCode(code.members(operation.response().top().fields(), CodeBlock.of("in.other(name)")))
                .endControlFlow()
                .addStatement("in.finish(builder)")
                .addStatement("return builder.build()")
                .build());
        code.helpers(operation.response().top().fields()).forEach(type::addMethod);
    }
}
