package io.github.alimsg.codegen.output;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.input.Customization.Area;
import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Generates the client: one flat interface with every operation. */
final class ClientGenerator {
    private final ApiModel api;
    private final ClassName client;
    private final JavadocText javadoc;

    ClientGenerator(ApiModel api) {
        this.api = api;
        this.client = ClassName.get(api.clientPackage(), api.product().client());
        this.javadoc = new JavadocText(name -> link(api.operation(name)));
    }

    private static String link(OperationModel operation) {
        return "{@link #" + operation.method() + "(" + operation.requestName() + ") " + operation.method() + "}";
    }

    TypeSpec generate() {
        ClassName builder = client.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(client)
                .addJavadoc("$L", classJavadoc())
                .addAnnotation(CoreTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(CoreTypes.SDK_CLIENT, client))
                .addField(FieldSpec.builder(
                                CoreTypes.PRODUCT, "PRODUCT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The API that this client calls.")
                        .initializer("new $T()", ProductGenerator.name(api))
                        .build())
                .addMethod(MethodSpec.methodBuilder("create")
                        .addJavadoc(
                                "Creates a client with default settings: region and credentials come from the environment."
                                        + "\n\n@return the client")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(client)
                        .addStatement("return builder().build()")
                        .build())
                .addMethod(MethodSpec.methodBuilder("builder")
                        .addJavadoc("Returns a builder with default settings.\n\n@return the builder")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(builder)
                        .addStatement("return new $T()", builder)
                        .build());
        for (Area area : api.areas()) {
            for (String name : area.operations()) {
                addOperation(type, api.operation(name));
            }
        }
        api.helpers().forEach((method, helper) -> type.addMethod(helper(method, helper)));
        return type.addType(builder()).build();
    }

    private String classJavadoc() {
        var text = new StringBuilder("Client of ")
                .append(javadoc.of(api.product().title() + ": the API `" + api.code() + "` " + api.version() + "."))
                .append("\n\n<p>Immutable and thread-safe; create one and keep it. Methods throw")
                .append(
                        "\n{@link io.github.alimsg.core.error.SdkException}, which says what happened, and never return")
                .append("\na failure.\n");
        for (Area area : api.areas()) {
            text.append("\n<h2>").append(javadoc.of(area.title())).append("</h2>\n<ul>\n");
            for (String name : area.operations()) {
                OperationModel operation = api.operation(name);
                text.append("<li>")
                        .append(link(operation))
                        .append(": ")
                        .append(javadoc.firstSentence(operation.text()))
                        .append("</li>\n");
            }
            text.append("</ul>\n");
        }
        return text.toString().stripTrailing();
    }

    private MethodSpec helper(String method, Helper helper) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc("$L\n\n@return the helper, which uses this client", javadoc.of(helper.text()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(ClassName.get(api.clientPackage(), helper.type()))
                .build();
    }

    private ClassName request(OperationModel operation) {
        return ClassName.get(api.modelPackage(), operation.requestName());
    }

    private ClassName response(OperationModel operation) {
        return ClassName.get(api.modelPackage(), operation.responseName());
    }

    private void addOperation(TypeSpec.Builder type, OperationModel operation) {
        type.addMethod(deprecated(
                        operation,
                        MethodSpec.methodBuilder(operation.method())
                                .addJavadoc(
                                        "$L\n\n@param request the request\n@return the response",
                                        OperationDocs.javadoc(operation, javadoc))
                                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                                .returns(response(operation))
                                .addParameter(request(operation), "request"))
                .build());
        type.addMethod(inPlace(operation));
        if (operation.needsNothing()) {
            type.addMethod(withoutParameters(operation));
        }
        if (operation.pager() != null) {
            new PagerMethods(operation, operation.pager(), api.modelPackage(), javadoc)
                    .generate()
                    .forEach(type::addMethod);
        }
    }

    private MethodSpec inPlace(OperationModel operation) {
        ClassName requestBuilder = request(operation).nestedClass("Builder");
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method())
                .addJavadoc(
                        "$L\nLike {@link #$L($L)}, the request built in place.\n\n"
                                + "@param request sets the request's fields\n@return the response",
                        javadoc.firstSentence(operation.text()),
                        operation.method(),
                        operation.requestName())
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(response(operation))
                .addParameter(consumerOf(requestBuilder), "request")
                .addStatement("$T builder = $T.builder()", requestBuilder, request(operation))
                .addStatement("request.accept(builder)")
                .addStatement("return $L(builder.build())", operation.method());
        return deprecated(operation, method).build();
    }

    static TypeName consumerOf(ClassName builder) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), builder);
    }

    private MethodSpec withoutParameters(OperationModel operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method())
                .addJavadoc(
                        "$L\nLike {@link #$L($L)}, without any field set.\n\n@return the response",
                        javadoc.firstSentence(operation.text()),
                        operation.method(),
                        operation.requestName())
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(response(operation))
                .addStatement("return $L($T.builder().build())", operation.method(), request(operation));
        return deprecated(operation, method).build();
    }

    private MethodSpec.Builder deprecated(OperationModel operation, MethodSpec.Builder method) {
        return ClassMembers.deprecated(method, operation.deprecated(), javadoc);
    }

    private TypeSpec builder() {
        ClassName builder = client.nestedClass("Builder");
        return TypeSpec.classBuilder(builder)
                .addJavadoc("Builds a {@link $L}.", client.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(CoreTypes.CLIENT_BUILDER, builder))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc("Builds the client. Does not connect or ask for credentials yet.\n\n"
                                + "@return the client")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(client)
                        .addStatement(
                                "return new $T($T.create(PRODUCT, this))",
                                DefaultClientGenerator.name(api),
                                CoreTypes.CLIENT_CORE)
                        .build())
                .build();
    }

    /** For code that has to call what is deprecated. */
    static AnnotationSpec suppressingDeprecation() {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "deprecation")
                .build();
    }
}
