package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.OperationModel;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Generates the client's implementation: one line for each operation. */
final class DefaultClientGenerator {
    private final ApiModel api;
    private final ClassName client;
    private final ClassName name;

    DefaultClientGenerator(ApiModel api) {
        this.api = api;
        this.client = ClassName.get(api.clientPackage(), api.product().client());
        this.name = name(api);
    }

    static ClassName name(ApiModel api) {
        return ClassName.get(api.clientPackage(), "Default" + api.product().client());
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("Passes every call to the engine.")
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(client)
                .addField(CoreTypes.CLIENT_CORE, "core", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(CoreTypes.CLIENT_CORE, "core")
                        .addStatement("this.core = core")
                        .build());
        for (OperationModel operation : api.operations().values()) {
            type.addMethod(call(operation));
        }
        api.helpers().forEach((method, helper) -> type.addMethod(helper(method, helper)));
        return type.addMethod(withOptions())
                .addMethod(async())
                .addMethod(settings())
                .addMethod(connectionsInUse())
                .addMethod(warmUp())
                .addMethod(close())
                .addMethod(closeAfter())
                .addMethod(text())
                .build();
    }

    private MethodSpec call(OperationModel operation) {
        ClassName request = ClassName.get(api.modelPackage(), operation.requestName());
        MethodSpec.Builder method = overriding(operation.method())
                .returns(ClassName.get(api.modelPackage(), operation.responseName()))
                .addParameter(request, "request")
                .addStatement("return core.call($T.OPERATION, request)", request);
        if (operation.deprecated() != null) {
            method.addAnnotation(OperationMethods.suppressingDeprecation());
        }
        return method.build();
    }

    private MethodSpec helper(String method, Helper helper) {
        ClassName type = ClassName.get(api.clientPackage(), helper.type());
        return overriding(method)
                .returns(type)
                .addStatement("return new $T(this, core)", type)
                .build();
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec withOptions() {
        return overriding("withOptions")
                .returns(client)
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Consumer.class), CoreTypes.CLIENT_OPTIONS.nestedClass("Builder")),
                        "change")
                .addStatement("return new $T(core.withOptions(change))", name)
                .build();
    }

    private MethodSpec async() {
        TypeVariableName result = TypeVariableName.get("T");
        return overriding("async")
                .addTypeVariable(result)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), result))
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Function.class),
                                WildcardTypeName.supertypeOf(client),
                                WildcardTypeName.subtypeOf(result)),
                        "call")
                .addStatement("return core.async(() -> call.apply(this))")
                .build();
    }

    private static MethodSpec settings() {
        return overriding("settings")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), CoreTypes.SETTING))
                .addStatement("return core.settings()")
                .build();
    }

    private static MethodSpec connectionsInUse() {
        return overriding("connectionsInUse")
                .returns(OptionalInt.class)
                .addStatement("return core.connectionsInUse()")
                .build();
    }

    private static MethodSpec warmUp() {
        return overriding("warmUp")
                .returns(int.class)
                .addParameter(int.class, "connections")
                .addStatement("return core.warmUp(connections)")
                .build();
    }

    private static MethodSpec close() {
        return overriding("close").addStatement("core.close()").build();
    }

    private static MethodSpec closeAfter() {
        return overriding("close")
                .addParameter(Duration.class, "longest")
                .addStatement("core.close(longest)")
                .build();
    }

    private MethodSpec text() {
        return overriding("toString")
                .returns(String.class)
                .addStatement("return $S + core + $S", client.simpleName() + "[", "]")
                .build();
    }
}
