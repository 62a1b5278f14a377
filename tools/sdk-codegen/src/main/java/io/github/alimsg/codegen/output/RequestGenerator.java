package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the request of an operation, including how the operation is sent and read. */
final class RequestGenerator {
    private final OperationModel operation;
    private final JavaTypes types;
    private final JavadocText javadoc;
    private final ClassName request;
    private final ClassName response;

    RequestGenerator(OperationModel operation, String modelPackage, JavadocText javadoc) {
        this.operation = operation;
        this.request = ClassName.get(modelPackage, operation.requestName());
        this.response = ClassName.get(modelPackage, operation.responseName());
        this.types = new JavaTypes(modelPackage, request);
        this.javadoc = javadoc;
    }

    TypeSpec generate() {
        ClassMembers members = new ClassMembers(
                operation.request().top(), request, types, javadoc, CoreTypes.SDK_REQUEST, operation.compounds());
        TypeSpec.Builder type = TypeSpec.classBuilder(request)
                .addJavadoc("$L", OperationDocs.javadoc(operation, javadoc))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CoreTypes.SDK_REQUEST)
                .addField(operationConstant());
        if (operation.deprecated() != null) {
            type.addJavadoc("\n<p>Deprecated by the service. $L", javadoc.of(operation.deprecated()));
        }
        members.addTo(type);
        members.addEquality(type);
        members.addToString(type, List.of(), List.of(CodeBlock.of("\n.extra(extraParams())")));
        type.addType(new BuilderClass(
                        operation.request().top(),
                        request,
                        types,
                        javadoc,
                        CoreTypes.SDK_REQUEST,
                        members.slots(),
                        operation.compounds())
                .generate());
        NestedClasses.addTo(type, operation.request(), types, javadoc);
        return type.addType(wire()).build();
    }

    private FieldSpec operationConstant() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(CoreTypes.OPERATION, request, response),
                        "OPERATION",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The operation, as the engine needs it.")
                .initializer("new Wire()")
                .build();
    }

    private TypeSpec wire() {
        TypeSpec.Builder wire = TypeSpec.classBuilder("Wire")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(CoreTypes.OPERATION, request, response))
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement(
                                "super($S, $T.$L, $L, $L, $T.class$L)",
                                operation.name(),
                                CoreTypes.EFFECT,
                                operation.effect(),
                                operation.callsPerSecond(),
                                successRule(operation.success()),
                                response,
                                strictFields())
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(request, "request")
                        .addParameter(CoreTypes.PARAM_WRITER, "out")
                        .addCode(new WriteCode(types).parameters(operation))
                        .build())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(response)
                        .addParameter(CoreTypes.JSON_READER, "in")
                        .addStatement("return $T.read(in)", response)
                        .build());
        Message message = operation.message();
        if (message != null) {
            addMessage(wire, message);
        }
        if (!operation.messageIds().isEmpty()) {
            wire.addMethod(new MessageIdCode(operation.messageIds(), response).generate());
        }
        return wire.build();
    }

    /** The facts are created when somebody asks for them; a call without a guard asks for its own id only. */
    private static void addMessage(TypeSpec.Builder wire, Message message) {
        CodeBlock.Builder facts = CodeBlock.builder();
        if (message.to() == null) {
            facts.add("return $T.unaddressed()", CoreTypes.MESSAGE_FACTS);
        } else {
            facts.add(
                    "return $T.to($S, $T.Form.$L)",
                    CoreTypes.MESSAGE_FACTS,
                    message.to(),
                    CoreTypes.MESSAGE_FACTS,
                    message.form());
        }
        addFact(facts, "sender", message.sender());
        addFact(facts, "text", message.text());
        addFact(facts, "template", message.template());
        addFact(facts, "values", message.values());
        addFact(facts, "category", message.category());
        wire.addMethod(MethodSpec.methodBuilder("messages")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(CoreTypes.MESSAGE_FACTS)
                .addStatement(facts.build())
                .build());
        if (message.ownId() != null) {
            wire.addMethod(MethodSpec.methodBuilder("ownId")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return $S", message.ownId())
                    .build());
        }
    }

    private static void addFact(CodeBlock.Builder facts, String name, @Nullable String path) {
        if (path != null) {
            facts.add("\n.$L($S)", name, path);
        }
    }

    private CodeBlock strictFields() {
        CodeBlock.Builder code = CodeBlock.builder();
        operation.strictFields().forEach(path -> code.add(", $S", path));
        return code.build();
    }

    private static CodeBlock successRule(Success success) {
        if (success.equals(new Success("Code", "Message"))) {
            return CodeBlock.of("$T.CODE", CoreTypes.SUCCESS_RULE);
        }
        if (success.equals(new Success(null, "Message"))) {
            return CodeBlock.of("$T.HTTP_STATUS", CoreTypes.SUCCESS_RULE);
        }
        String code = success.code();
        return code == null
                ? CodeBlock.of("new $T(null, $S)", CoreTypes.SUCCESS_RULE, success.message())
                : CodeBlock.of("new $T($S, $S)", CoreTypes.SUCCESS_RULE, code, success.message());
    }
}
