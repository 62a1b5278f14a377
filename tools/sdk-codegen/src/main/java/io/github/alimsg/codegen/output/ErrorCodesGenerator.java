package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.JavaNames;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Generates constants for the documented error codes, to compare {@code ServiceException.code()} with. */
final class ErrorCodesGenerator {
    private final ApiModel api;

    ErrorCodesGenerator(ApiModel api) {
        this.api = api;
    }

    TypeSpec generate() {
        String client = api.product().client();
        String product = client.endsWith("Client") ? client.substring(0, client.length() - 6) : client;
        TypeSpec.Builder type = TypeSpec.classBuilder(ClassName.get(api.clientPackage(), product + "ErrorCode"))
                .addJavadoc(
                        "The documented error codes. The service may return others; the category of any code is\n"
                                + "{@link $T#kind()}.",
                        CoreTypes.SERVICE_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        constants()
                .forEach((name, code) -> type.addField(
                        FieldSpec.builder(String.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                                .addJavadoc(
                                        "{@code $L}: {@link $T#$L}.",
                                        code,
                                        CoreTypes.ERROR_KIND,
                                        api.errorKinds().get(code))
                                .initializer("$S", code)
                                .build()));
        return type.build();
    }

    /** Codes by the names of their constants; of spellings that differ only in case and dots, the first is taken. */
    private Map<String, String> constants() {
        Map<String, String> constants = new TreeMap<>();
        api.errorKinds().keySet().forEach(code -> constants.putIfAbsent(JavaNames.constant(code), code));
        return constants;
    }
}
