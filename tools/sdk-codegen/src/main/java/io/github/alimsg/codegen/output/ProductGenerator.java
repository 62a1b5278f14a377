package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.OperationModel;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Generates what the engine needs to know about the API as a whole. */
final class ProductGenerator {
    private static final TypeName OPERATIONS = ParameterizedTypeName.get(
            ClassName.get(List.class),
            ParameterizedTypeName.get(
                    CoreTypes.OPERATION,
                    WildcardTypeName.subtypeOf(Object.class),
                    WildcardTypeName.subtypeOf(Object.class)));

    private final ApiModel api;
    private final ClassName name;

    ProductGenerator(ApiModel api) {
        this.api = api;
        this.name = name(api);
    }

    static ClassName name(ApiModel api) {
        return ClassName.get(api.clientPackage(), api.product().client() + "Product");
    }

    TypeSpec generate() {
        ClassName lazy = name.nestedClass("Operations");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("The API: its endpoints and operations.")
                .addAnnotation(CoreTypes.GENERATED)
                .addModifiers(Modifier.FINAL)
                .superclass(CoreTypes.PRODUCT)
                .addMethod(constructor())
                .addMethod(MethodSpec.methodBuilder("operations")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(OPERATIONS)
                        .addStatement("return $T.ALL", lazy)
                        .build())
                .addMethod(MethodSpec.methodBuilder("metadata")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(InputStream.class)
                        .addStatement(
                                "return $T.requireNonNull($T.class.getResourceAsStream($S))",
                                Objects.class,
                                name,
                                "metadata.json")
                        .build())
                .addType(TypeSpec.classBuilder(lazy)
                        .addJavadoc("Loads the requests' classes only when all of them are needed.")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addField(FieldSpec.builder(OPERATIONS, "ALL", Modifier.STATIC, Modifier.FINAL)
                                .initializer(allOperations())
                                .build())
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .build())
                        .build());
        if (!api.errorKinds().isEmpty()) {
            addErrorKinds(type);
        }
        return type.build();
    }

    private void addErrorKinds(TypeSpec.Builder type) {
        ClassName lazy = name.nestedClass("ErrorKinds");
        CodeBlock.Builder kinds = CodeBlock.builder().add("$T.ofEntries($>$>", Map.class);
        String separator = "\n";
        for (Map.Entry<String, String> kind : api.errorKinds().entrySet()) {
            kinds.add(separator)
                    .add("$T.entry($S, $T.$L)", Map.class, kind.getKey(), CoreTypes.ERROR_KIND, kind.getValue());
            separator = ",\n";
        }
        TypeName map =
                ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), CoreTypes.ERROR_KIND);
        type.addMethod(MethodSpec.methodBuilder("errorKinds")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(map)
                        .addStatement("return $T.ALL", lazy)
                        .build())
                .addType(TypeSpec.classBuilder(lazy)
                        .addJavadoc("Created when the first call fails.")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addField(FieldSpec.builder(map, "ALL", Modifier.STATIC, Modifier.FINAL)
                                .initializer(kinds.add(")$<$<").build())
                                .build())
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .build())
                        .build());
    }

    private CodeBlock allOperations() {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($>$>", List.class);
        String separator = "\n";
        for (OperationModel operation : api.operations().values()) {
            code.add(separator).add("$T.OPERATION", ClassName.get(api.modelPackage(), operation.requestName()));
            separator = ",\n";
        }
        return code.add(")$<$<").build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addStatement(
                        "super(\n$S,\n$S,\n$S,\n$S,\n$L,\n$L,\n$S)",
                        api.code(),
                        api.version(),
                        api.product().title(),
                        api.product().defaultRegion(),
                        hosts(api.endpoints()),
                        hosts(api.vpcEndpoints()),
                        api.otherEndpoints())
                .build();
    }

    private static CodeBlock hosts(Map<String, String> hosts) {
        if (hosts.isEmpty()) {
            return CodeBlock.of("$T.of()", Map.class);
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$T.ofEntries($>$>", Map.class);
        String separator = "\n";
        for (Map.Entry<String, String> host : hosts.entrySet()) {
            code.add(separator).add("$T.entry($S, $S)", Map.class, host.getKey(), host.getValue());
            separator = ",\n";
        }
        return code.add(")$<$<").build();
    }
}
