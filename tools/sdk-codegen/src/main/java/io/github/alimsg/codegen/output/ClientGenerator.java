package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.model.FieldNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the client: an interface made of those of the areas, with the operations that belong to none of them. */
final class ClientGenerator {
    private final ApiModel api;
    private final ClassName client;
    private final OperationMethods methods;
    private final JavadocText javadoc;

    ClientGenerator(ApiModel api, FieldNames names, JavadocText javadoc) {
        this.api = api;
        this.client = ClassName.get(api.clientPackage(), api.product().client());
        this.methods = new OperationMethods(api, client, names);
        this.javadoc = javadoc;
    }

    TypeSpec generate() {
        ClassName builder = client.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(client)
                .addJavadoc("$L", classJavadoc())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterfaces(superinterfaces())
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
        for (AreaModel area : api.areas()) {
            if (area.type() == null) {
                methods.addTo(type, area.operations());
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
        boolean divided = api.areas().stream().anyMatch(area -> area.type() != null);
        if (divided) {
            text.append("\n<p>Each area is an interface of its own, for code that needs no more:\n<ul>\n");
            for (AreaModel area : api.areas()) {
                if (area.type() != null) {
                    text.append("<li>{@link ").append(area.type()).append("}: ");
                    text.append(methods.links(area.operations())).append("</li>\n");
                }
            }
            text.append("</ul>\n");
        }
        for (AreaModel area : api.areas()) {
            if (area.type() == null) {
                text.append(divided ? "\n<h2>" + javadoc.of(area.title()) + "</h2>\n" : "\n");
                text.append(methods.list(area.operations())).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    private List<TypeName> superinterfaces() {
        List<TypeName> types = new ArrayList<>();
        for (AreaModel area : api.areas()) {
            if (area.type() != null) {
                types.add(AreaGenerator.name(api, area));
            }
        }
        types.add(ParameterizedTypeName.get(CoreTypes.SDK_CLIENT, client));
        return types;
    }

    private MethodSpec helper(String method, Helper helper) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc("$L\n\n@return the helper, which uses this client", javadoc.of(helper.text()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(ClassName.get(api.clientPackage(), helper.type()))
                .build();
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
}
