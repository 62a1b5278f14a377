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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Generates what the engine needs to know about the API as a whole. */
final class ProductGenerator {
    private static final TypeName OPERATIONS = ParameterizedTypeName.get(
            ClassName.get(List.class),
            ParameterizedTypeName.get(
                    CoreTypes.OPERATION,
                    WildcardTypeName.subtypeOf(Object.class),
                    WildcardTypeName.subtypeOf(Object.class)));

    private static final ClassName TEXT = ClassName.get(String.class);
    private static final ClassName PATTERN = ClassName.get(Pattern.class);
    private static final ClassName DURATION = ClassName.get(Duration.class);

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
        addFacts(type, "errorKinds", TEXT, CoreTypes.ERROR_KIND, errorKinds());
        addFacts(type, "errorForms", CoreTypes.ERROR_KIND, PATTERN, errorForms());
        addFacts(type, "quotaWindows", DURATION, PATTERN, quotaWindows());
        addFacts(type, "homeNumbers", TEXT, PATTERN, homeNumbers());
        return type.build();
    }

    private List<CodeBlock> errorKinds() {
        return api.errorKinds().entrySet().stream()
                .map(kind -> CodeBlock.of(
                        "$T.entry($S, $T.$L)", Map.class, kind.getKey(), CoreTypes.ERROR_KIND, kind.getValue()))
                .toList();
    }

    private List<CodeBlock> errorForms() {
        return api.errorForms().entrySet().stream()
                .map(form -> CodeBlock.of(
                        "$T.entry($T.$L, $T.compile($S))",
                        Map.class,
                        CoreTypes.ERROR_KIND,
                        form.getKey(),
                        PATTERN,
                        form.getValue()))
                .toList();
    }

    private List<CodeBlock> quotaWindows() {
        return api.quotaWindows().entrySet().stream()
                .map(window -> CodeBlock.of(
                        "$T.entry($T.parse($S), $T.compile($S))",
                        Map.class,
                        DURATION,
                        window.getKey().toString(),
                        PATTERN,
                        window.getValue()))
                .toList();
    }

    private List<CodeBlock> homeNumbers() {
        return api.homeNumbers().entrySet().stream()
                .map(numbers -> CodeBlock.of(
                        "$T.entry($S, $T.compile($S))", Map.class, numbers.getKey(), PATTERN, numbers.getValue()))
                .toList();
    }

    /** Adds a method that returns a map, made when it is first asked for. Without entries the engine's empty one is left. */
    private void addFacts(
            TypeSpec.Builder type, String method, ClassName key, ClassName value, List<CodeBlock> entries) {
        if (entries.isEmpty()) {
            return;
        }
        ClassName lazy = name.nestedClass(Character.toUpperCase(method.charAt(0)) + method.substring(1));
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), key, value);
        type.addMethod(MethodSpec.methodBuilder(method)
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(map)
                        .addStatement("return $T.ALL", lazy)
                        .build())
                .addType(TypeSpec.classBuilder(lazy)
                        .addJavadoc("Created when first asked for.")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addField(FieldSpec.builder(map, "ALL", Modifier.STATIC, Modifier.FINAL)
                                .initializer("$T.ofEntries($>$>\n$L$<$<)", Map.class, CodeBlock.join(entries, ",\n"))
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
