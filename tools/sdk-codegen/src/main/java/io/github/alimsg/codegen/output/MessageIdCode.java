package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Generates how an operation takes the id of what was sent out of its response. */
final class MessageIdCode {
    private final List<List<FieldModel>> ids;
    private final ClassName response;

    /** Objects that contain ids: variables by the wire names that lead to them. */
    private final Map<List<String>, String> objects = new LinkedHashMap<>();

    private final CodeBlock.Builder code = CodeBlock.builder();

    MessageIdCode(List<List<FieldModel>> ids, ClassName response) {
        this.ids = ids;
        this.response = response;
    }

    MethodSpec generate() {
        List<CodeBlock> values = new ArrayList<>();
        for (List<FieldModel> path : ids) {
            FieldModel last = path.get(path.size() - 1);
            String from = object(path.subList(0, path.size() - 1));
            CodeBlock value = CodeBlock.of("$L.$L()", from, last.javaName());
            if (last.type() instanceof TypeModel.Items) {
                value = CodeBlock.of("$T.firstOf($L)", CoreTypes.MODEL_VALUES, value);
            }
            values.add(path.size() == 1 ? value : CodeBlock.of("$L == null ? null : $L", from, value));
        }
        return MethodSpec.methodBuilder("messageId")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.nullable(ClassName.get(String.class)))
                .addParameter(response, "response")
                .addCode(code.build())
                .addStatement("return $T.firstOf($L)", CoreTypes.MODEL_VALUES, CodeBlock.join(values, ", "))
                .build();
    }

    /** The variable that holds an object, which is declared when it is first needed. */
    private String object(List<FieldModel> path) {
        if (path.isEmpty()) {
            return "response";
        }
        List<String> names = path.stream().map(FieldModel::wireName).toList();
        String known = objects.get(names);
        if (known != null) {
            return known;
        }
        FieldModel last = path.get(path.size() - 1);
        String from = object(path.subList(0, path.size() - 1));
        String variable = "object" + (objects.isEmpty() ? "" : Integer.toString(objects.size() + 1));
        TypeName type = new JavaTypes(response.packageName(), response).of(last.type());
        code.addStatement(
                path.size() == 1 ? "$T $L = $L.$L()" : "$T $L = $L == null ? null : $L.$L()",
                path.size() == 1
                        ? new Object[] {type, variable, from, last.javaName()}
                        : new Object[] {type, variable, from, from, last.javaName()});
        objects.put(names, variable);
        return variable;
    }
}
