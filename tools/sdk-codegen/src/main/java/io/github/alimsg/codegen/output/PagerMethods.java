package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.alimsg.codegen.input.Customization.PagerStyle;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.OperationModel;
import io.github.alimsg.codegen.model.PagerModel;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates a client's methods that fetch all pages of a list. */
final class PagerMethods {
    private final OperationModel operation;
    private final PagerModel pager;
    private final JavadocText javadoc;
    private final ClassName request;
    private final ClassName response;
    private final JavaTypes requestTypes;
    private final TypeName result;

    PagerMethods(OperationModel operation, PagerModel pager, String modelPackage, JavadocText javadoc) {
        this.operation = operation;
        this.pager = pager;
        this.javadoc = javadoc;
        this.request = ClassName.get(modelPackage, operation.requestName());
        this.response = ClassName.get(modelPackage, operation.responseName());
        this.requestTypes = new JavaTypes(modelPackage, request);
        TypeName item = new JavaTypes(modelPackage, response).of(pager.item());
        this.result = ParameterizedTypeName.get(
                CoreTypes.PAGER, response, pager.item() instanceof TypeModel.Any ? JavaTypes.nullable(item) : item);
    }

    List<MethodSpec> generate() {
        return needsNothing() ? List.of(ofRequest(), inPlace(), withoutParameters()) : List.of(ofRequest(), inPlace());
    }

    private MethodSpec ofRequest() {
        MethodSpec.Builder method = method(
                JavadocText.wrapped(
                        "All items that {@link #" + operation.method() + "(" + operation.requestName() + ") "
                                + operation.method()
                                + "} lists, page after page. A page is fetched when it is asked for;"
                                + " iterating throws what that method throws. {@link Pager#pages() pages()} gives whole pages."));
        method.addJavadoc("\n\n@param request the request of the first page\n@return the items, lazily");
        method.addParameter(request, "request");
        switch (pager.style()) {
            case NUMBER -> method.addCode(byNumber());
            case TOKEN -> method.addCode(byToken());
            default ->
                method.addCode(
                        "return $T.single(() -> $L(request), $L);\n",
                        CoreTypes.PAGER,
                        operation.method(),
                        answer(pager.items(), Answer.LIST));
        }
        return deprecated(method).build();
    }

    private MethodSpec.Builder method(String words) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(pager.method())
                .addJavadoc("$L", words)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(result);
        if (operation.deprecated() == null && usesDeprecated()) {
            method.addAnnotation(OperationMethods.suppressingDeprecation());
        }
        return method;
    }

    private MethodSpec.Builder deprecated(MethodSpec.Builder method) {
        return ClassMembers.deprecated(method, operation.deprecated(), javadoc);
    }

    private boolean usesDeprecated() {
        return Stream.of(pager.page(), pager.size(), pager.items(), pager.total(), pager.next())
                .flatMap(fields -> fields == null ? Stream.<FieldModel>empty() : fields.stream())
                .anyMatch(field -> field.deprecated() != null);
    }

    private CodeBlock byNumber() {
        List<FieldModel> page = needed(pager.page());
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(firstNumber(page));
        code.add("return $T.byNumber(\n$>$>first,\nnumber -> $L,\n", CoreTypes.PAGER, fetch(page, "number"));
        code.add("$L,\n", answer(pager.items(), Answer.LIST));
        if (pager.total() == null) {
            code.add("null);\n$<$<");
        } else {
            code.add("$L);\n$<$<", answer(pager.total(), Answer.COUNT));
        }
        return code.build();
    }

    /** Declares {@code first}: the request's own page number, or 1. */
    private CodeBlock firstNumber(List<FieldModel> page) {
        CodeBlock.Builder code = CodeBlock.builder();
        FieldModel last = last(page);
        code.add(holder(page));
        String holder = page.size() == 1 ? "request" : "holder";
        TypeName type = requestTypes.of(last.type());
        String absentHolder = page.size() > 1 && !page.get(0).required() ? "holder == null ? null : " : "";
        code.addStatement("$T given = $L$L.$L()", type, absentHolder, holder, last.javaName());
        CodeBlock number = switch (((Scalar) last.type()).kind()) {
            case LONG -> CodeBlock.of("$T.toIntExact(given)", Math.class);
            case TEXT -> CodeBlock.of("$T.parseInt(given)", Integer.class);
            default -> CodeBlock.of("given");
        };
        return code.addStatement("int first = given == null ? 1 : $L", number).build();
    }

    /** Declares {@code holder}, the object that holds the page's number or token, when there is one. */
    private CodeBlock holder(List<FieldModel> page) {
        if (page.size() == 1) {
            return CodeBlock.of("");
        }
        FieldModel object = page.get(0);
        TypeName type = requestTypes.of(object.type());
        return CodeBlock.builder()
                .addStatement("$T holder = request.$L()", type, object.javaName())
                .build();
    }

    /** The call that fetches a page; {@code variable} is its number or token. */
    private CodeBlock fetch(List<FieldModel> page, String variable) {
        FieldModel last = last(page);
        boolean numberAsText = pager.style() == PagerStyle.NUMBER && ((Scalar) last.type()).kind() == Kind.TEXT;
        CodeBlock value =
                numberAsText ? CodeBlock.of("$T.toString($L)", Integer.class, variable) : CodeBlock.of("$L", variable);
        if (page.size() == 1) {
            return CodeBlock.of("$L(request.toBuilder().$L($L).build())", operation.method(), last.javaName(), value);
        }
        FieldModel object = page.get(0);
        CodeBlock base = CodeBlock.of("holder.toBuilder()");
        if (!object.required()) {
            ClassName struct = requestTypes.struct((TypeModel.Struct) object.type());
            base = CodeBlock.of("(holder == null ? $T.builder()$L : holder.toBuilder())", struct, sizeInside(object));
        }
        return CodeBlock.of(
                "$L(request.toBuilder()$>\n.$L($L\n$>$>.$L($L)\n.build())$<$<\n.build())$<",
                operation.method(),
                object.javaName(),
                base,
                last.javaName(),
                value);
    }

    /** Sets the size in a new holder where it is required there. */
    private CodeBlock sizeInside(FieldModel object) {
        List<FieldModel> size = pager.size();
        return size != null
                        && size.size() == 2
                        && size.get(0).equals(object)
                        && last(size).required()
                ? CodeBlock.of(".$L($L)", last(size).javaName(), literal(last(size), pager.defaultSize()))
                : CodeBlock.of("");
    }

    private CodeBlock byToken() {
        List<FieldModel> page = needed(pager.page());
        FieldModel last = last(page);
        String holder = page.size() == 1 ? "request" : "holder";
        String absentHolder = page.size() > 1 && !page.get(0).required() ? "holder == null ? null : " : "";
        return CodeBlock.builder()
                .add(holder(page))
                .add("return $T.byToken(\n$>$>", CoreTypes.PAGER)
                .add("$L$L.$L(),\n", absentHolder, holder, last.javaName())
                .add("token -> token == null ? $L(request) : $L,\n", operation.method(), fetch(page, "token"))
                .add("$L,\n", answer(pager.items(), Answer.LIST))
                .add("$L);\n$<$<", answer(needed(pager.next()), Answer.TEXT))
                .build();
    }

    /** The functions that take values out of a response. */
    private enum Answer {
        LIST,
        COUNT,
        TEXT
    }

    /** A function that takes a value out of a response, in which objects on the path may be absent. */
    private CodeBlock answer(List<FieldModel> path, Answer answer) {
        FieldModel last = last(path);
        boolean narrow = answer == Answer.COUNT && ((Scalar) last.type()).kind() == Kind.INTEGER;
        if (path.size() == 1 && !narrow) {
            return CodeBlock.of("$T::$L", response, last.javaName());
        }
        JavaTypes types = new JavaTypes(response.packageName(), response);
        CodeBlock.Builder code = CodeBlock.builder().add("response -> {\n$>");
        String from = "response";
        int depth = 0;
        for (FieldModel field : path.subList(0, path.size() - 1)) {
            String variable = "object" + (++depth == 1 ? "" : Integer.toString(depth));
            code.addStatement("$T $L = $L.$L()", types.of(field.type()), variable, from, field.javaName());
            code.beginControlFlow("if ($L == null)", variable);
            code.addStatement(
                    answer == Answer.LIST ? "return $T.of()" : "return null",
                    answer == Answer.LIST ? new Object[] {List.class} : new Object[0]);
            code.endControlFlow();
            from = variable;
        }
        if (narrow) {
            code.addStatement("Integer count = $L.$L()", from, last.javaName());
            code.addStatement("return count == null ? null : count.longValue()");
        } else {
            code.addStatement("return $L.$L()", from, last.javaName());
        }
        return code.add("$<}").build();
    }

    private MethodSpec inPlace() {
        ClassName requestBuilder = request.nestedClass("Builder");
        MethodSpec.Builder method = method("Like {@link #" + pager.method() + "(" + operation.requestName()
                + ")}, the request built in place." + presetWords());
        method.addJavadoc("\n\n@param request sets the request's fields\n@return the items, lazily");
        method.addParameter(OperationMethods.consumerOf(requestBuilder), "request")
                .addStatement("$T builder = $T.builder()$L", requestBuilder, request, presets())
                .addStatement("request.accept(builder)")
                .addStatement("return $L(builder.build())", pager.method());
        return deprecated(method).build();
    }

    private MethodSpec withoutParameters() {
        MethodSpec.Builder method = method("Like {@link #" + pager.method() + "(" + operation.requestName()
                + ")}, without a field set by the caller." + presetWords());
        method.addJavadoc("\n\n@return the items, lazily").addStatement("return $L(request -> {})", pager.method());
        return deprecated(method).build();
    }

    /** Whether everything that is required is about the page, and so set unless the caller sets it. */
    private boolean needsNothing() {
        Map<FieldModel, List<FieldModel>> presets = presetFields();
        return required(operation.request().top())
                .allMatch(field -> presets.containsKey(field)
                        && (!(field.type() instanceof TypeModel.Struct struct)
                                || required(operation.request().classOf(struct))
                                        .allMatch(presets.get(field)::contains)));
    }

    private static Stream<FieldModel> required(StructModel struct) {
        return struct.fields().stream().filter(FieldModel::required);
    }

    /** What every page requires, and is set unless the caller sets it: by top field, in order. */
    private Map<FieldModel, List<FieldModel>> presetFields() {
        Map<FieldModel, List<FieldModel>> presets = new LinkedHashMap<>();
        List<List<FieldModel>> paths = new ArrayList<>();
        if (pager.style() == PagerStyle.NUMBER && pager.page() != null) {
            paths.add(pager.page());
        }
        if (pager.size() != null) {
            paths.add(pager.size());
        }
        for (List<FieldModel> path : paths) {
            if (path.get(0).required()) {
                presets.computeIfAbsent(path.get(0), top -> new ArrayList<>()).add(last(path));
            }
        }
        return presets;
    }

    private String presetWords() {
        return presetFields().isEmpty()
                ? ""
                : "\nStarts at page 1 with " + pager.defaultSize()
                        + " items per page unless the request says otherwise.";
    }

    private CodeBlock presets() {
        CodeBlock.Builder code = CodeBlock.builder();
        presetFields().forEach((top, fields) -> {
            if (top.type() instanceof TypeModel.Struct) {
                CodeBlock.Builder inside = CodeBlock.builder();
                fields.forEach(field -> inside.add(".$L($L)", field.javaName(), preset(field)));
                code.add(".$L(page -> page$L)", top.javaName(), inside.build());
            } else {
                code.add(".$L($L)", top.javaName(), preset(top));
            }
        });
        return code.build();
    }

    private String preset(FieldModel field) {
        boolean page = pager.page() != null && last(pager.page()).equals(field);
        return literal(field, page ? 1 : pager.defaultSize());
    }

    private static String literal(FieldModel field, int number) {
        return ((Scalar) field.type()).kind() == Kind.TEXT ? "\"" + number + "\"" : Integer.toString(number);
    }

    private static List<FieldModel> needed(@Nullable List<FieldModel> fields) {
        if (fields == null) {
            throw new IllegalStateException("the pager is incomplete");
        }
        return fields;
    }

    private static FieldModel last(List<FieldModel> fields) {
        return fields.get(fields.size() - 1);
    }
}
