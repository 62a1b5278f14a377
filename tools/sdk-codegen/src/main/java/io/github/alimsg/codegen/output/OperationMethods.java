package io.github.alimsg.codegen.output;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.FieldNames;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generates what an interface has for its operations: the methods, and the list of them in its javadoc. */
final class OperationMethods {
    private final ApiModel api;
    private final ClassName owner;
    private final FieldNames names;
    private final JavadocText javadoc;

    /**
     * The methods of one interface.
     *
     * @param api the API
     * @param owner the interface
     * @param names the names of the API's fields
     */
    OperationMethods(ApiModel api, ClassName owner, FieldNames names) {
        this.api = api;
        this.owner = owner;
        this.names = names;
        this.javadoc = new JavadocText(this::link);
    }

    /** What is left out cannot be linked to. */
    private String link(String name) {
        OperationModel operation = api.operations().get(name);
        return operation == null ? JavadocText.code(name) : link(api, owner, operation);
    }

    private static String link(ApiModel api, ClassName owner, OperationModel operation) {
        String type = owner(api, operation);
        return type.equals(owner.simpleName())
                ? link(operation)
                : "{@link " + type + "#" + operation.method() + " " + operation.method() + "}";
    }

    private static String link(OperationModel operation) {
        return "{@link #" + operation.method() + "(" + operation.requestName() + ") " + operation.method() + "}";
    }

    /** The simple name of the interface that has an operation. */
    static String owner(ApiModel api, OperationModel operation) {
        for (AreaModel area : api.areas()) {
            if (area.type() != null && area.operations().contains(operation.name())) {
                return area.type();
            }
        }
        return api.product().client();
    }

    /** Operations with their first sentences, as a list of javadoc. */
    String list(List<String> operations) {
        var text = new StringBuilder("<ul>\n");
        for (String name : operations) {
            OperationModel operation = api.operation(name);
            text.append("<li>")
                    .append(link(operation))
                    .append(": ")
                    .append(about(operation).firstSentence(operation.text()))
                    .append("</li>\n");
        }
        return text.append("</ul>").toString();
    }

    /** Links to operations, as text of javadoc. */
    String links(List<String> operations) {
        return JavadocText.wrapped(operations.stream()
                .map(name -> link(api, owner, api.operation(name)))
                .collect(Collectors.joining(", ")));
    }

    private JavadocText about(OperationModel operation) {
        return javadoc.naming(code -> names.inOperation(operation.name(), code));
    }

    void addTo(TypeSpec.Builder type, List<String> operations) {
        operations.forEach(name -> addTo(type, api.operation(name)));
    }

    private void addTo(TypeSpec.Builder type, OperationModel operation) {
        JavadocText words = about(operation);
        type.addMethod(ofRequest(operation, words));
        type.addMethod(inPlace(operation, words));
        if (operation.needsNothing()) {
            type.addMethod(withoutParameters(operation, words));
        }
        if (operation.pager() != null) {
            new PagerMethods(operation, operation.pager(), api.modelPackage(), words)
                    .generate()
                    .forEach(type::addMethod);
        }
    }

    private MethodSpec ofRequest(OperationModel operation, JavadocText words) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.method())
                .addJavadoc("$L", OperationDocs.javadoc(operation, words, helpers(operation, words)))
                .addJavadoc("$L", OperationDocs.example(operation))
                .addJavadoc("\n\n@param request the request\n@return the response\n")
                .addJavadoc(
                        "@throws $T when the service refuses the call, or fails; {@link $T#kind() kind()} says why$L\n",
                        CoreTypes.SERVICE_EXCEPTION,
                        CoreTypes.SERVICE_EXCEPTION,
                        kinds(operation))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(response(operation))
                .addParameter(request(operation), "request");
        if (operation.effect().equals("READ")) {
            method.addJavadoc("@throws $T when no response arrives for another reason", CoreTypes.SDK_EXCEPTION);
        } else {
            method.addJavadoc(
                    "@throws $T when no response arrives for another reason; ask\n"
                            + "    {@link $T#mayHaveTakenEffect() mayHaveTakenEffect()} before calling again",
                    CoreTypes.SDK_EXCEPTION,
                    CoreTypes.SDK_EXCEPTION);
        }
        return deprecated(operation, method, words).build();
    }

    /** The categories of the error codes that are documented for an operation. */
    private String kinds(OperationModel operation) {
        Set<String> kinds = new TreeSet<>();
        operation.errorCodes().forEach(code -> {
            String kind = api.errorKinds().get(code);
            if (kind != null) {
                kinds.add("{@code " + kind + "}");
            }
        });
        return kinds.isEmpty() ? "" : ",\n    such as " + String.join(", ", kinds);
    }

    /** Facts about helpers that do more with an operation than a call does. */
    private List<String> helpers(OperationModel operation, JavadocText words) {
        List<String> facts = new ArrayList<>();
        api.helpers().forEach((method, helper) -> {
            if (helper.operations().contains(operation.name())) {
                facts.add(JavadocText.wrapped("{@link " + api.product().client() + "#" + method + "() " + method
                        + "()}: " + words.firstSentence(helper.text())));
            }
        });
        return facts;
    }

    private MethodSpec inPlace(OperationModel operation, JavadocText words) {
        ClassName requestBuilder = request(operation).nestedClass("Builder");
        MethodSpec.Builder method = like(operation, words, ", the request built in place")
                .addJavadoc("\n\n@param request sets the request's fields\n@return the response")
                .addParameter(consumerOf(requestBuilder), "request")
                .addStatement("$T builder = $T.builder()", requestBuilder, request(operation))
                .addStatement("request.accept(builder)")
                .addStatement("return $L(builder.build())", operation.method());
        if (operation.request().top().fields().stream().anyMatch(FieldModel::required)) {
            method.addJavadoc("\n@throws IllegalArgumentException when required fields are missing: names them all");
        }
        return deprecated(operation, method, words).build();
    }

    private MethodSpec withoutParameters(OperationModel operation, JavadocText words) {
        MethodSpec.Builder method = like(operation, words, ", without any field set")
                .addJavadoc("\n\n@return the response")
                .addStatement("return $L($T.builder().build())", operation.method(), request(operation));
        return deprecated(operation, method, words).build();
    }

    private MethodSpec.Builder like(OperationModel operation, JavadocText words, String how) {
        return MethodSpec.methodBuilder(operation.method())
                .addJavadoc(
                        "$L\nLike {@link #$L($L)}$L.",
                        words.firstSentence(operation.text()),
                        operation.method(),
                        operation.requestName(),
                        how)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(response(operation));
    }

    static TypeName consumerOf(ClassName builder) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), builder);
    }

    private ClassName request(OperationModel operation) {
        return ClassName.get(api.modelPackage(), operation.requestName());
    }

    private ClassName response(OperationModel operation) {
        return ClassName.get(api.modelPackage(), operation.responseName());
    }

    private static MethodSpec.Builder deprecated(
            OperationModel operation, MethodSpec.Builder method, JavadocText words) {
        return ClassMembers.deprecated(method, operation.deprecated(), words);
    }

    /** For code that has to call what is deprecated. */
    static AnnotationSpec suppressingDeprecation() {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "deprecation")
                .build();
    }
}
