package io.github.alimsg.codegen.output;

import com.palantir.javapoet.CodeBlock;
import io.github.alimsg.codegen.input.Metadata.Style;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.OperationModel;
import io.github.alimsg.codegen.model.OperationModel.ParameterModel;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Generates the code that writes a request's parameters and the objects in them. */
final class WriteCode {
    private final JavaTypes types;

    WriteCode(JavaTypes types) {
        this.types = types;
    }

    /** Writes all parameters from {@code request} to {@code out}: the query's first, each group in the order of names. */
    CodeBlock parameters(OperationModel operation) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<ParameterModel> sorted = operation.parameters().stream()
                .sorted(Comparator.comparing(ParameterModel::inForm)
                        .thenComparing(parameter -> parameter.field().wireName()))
                .toList();
        boolean inForm = false;
        for (ParameterModel parameter : sorted) {
            if (parameter.inForm() && !inForm) {
                code.addStatement("out.inForm()");
                inForm = true;
            }
            parameter(code, parameter);
        }
        return code.build();
    }

    private void parameter(CodeBlock.Builder code, ParameterModel parameter) {
        FieldModel field = parameter.field();
        String wire = field.wireName();
        String value = "request." + field.javaName();
        if (field.isJsonText()) {
            code.addStatement("out.put($S, $L)", wire, value + "Json()");
        } else if (field.type() instanceof Scalar scalar) {
            switch (scalar.kind()) {
                case MILLIS -> code.addStatement("out.putMillis($S, $L)", wire, value);
                case SECONDS -> code.addStatement("out.putSeconds($S, $L)", wire, value);
                case MOMENT, DATE, BASIC_DATE, YES_NO -> putText(code, wire, value, scalar(scalar, value));
                default -> code.addStatement("out.put($S, $L)", wire, value);
            }
        } else if (field.type() instanceof TypeModel.Open open && open.form() == OpenForm.UPPER_CASE) {
            putText(code, wire, value, upperCase(open, value));
        } else if (field.type() instanceof TypeModel.Open) {
            code.addStatement("out.put($S, $L)", wire, value);
        } else if (parameter.style() == Style.SIMPLE) {
            code.addStatement("out.putJoined($S, $L)", wire, value);
        } else {
            structure(code, parameter, value);
        }
    }

    private static void putText(CodeBlock.Builder code, String wire, String value, CodeBlock text) {
        code.addStatement("out.put($S, $L == null ? null : $L)", wire, value, text);
    }

    private CodeBlock upperCase(TypeModel.Open open, String value) {
        return CodeBlock.of("$T.inUpperCase($L)", types.valueType(open.name()), value);
    }

    private void structure(CodeBlock.Builder code, ParameterModel parameter, String value) {
        String method = parameter.style() == Style.JSON ? "json" : "flat";
        String wire = parameter.field().wireName();
        TypeModel type = parameter.field().type();
        if (isVariables(type)) {
            code.addStatement("out.$L($S, $T.unlessEmpty($L))", method, wire, CoreTypes.MODEL_VALUES, value);
        } else if (isPlain(type)) {
            code.addStatement("out.$L($S, $L)", method, wire, value);
        } else if (type instanceof TypeModel.Struct struct) {
            code.addStatement("out.$L($S, $L, $T::write)", method, wire, value, types.struct(struct));
        } else if (type instanceof TypeModel.Items items && items.item() instanceof TypeModel.Struct struct) {
            code.addStatement("out.$LItems($S, $L, $T::write)", method, wire, value, types.struct(struct));
        } else {
            CodeBlock.Builder inside = CodeBlock.builder();
            value(inside, type, "value", "structure", 1);
            code.add("out.$L($S, $L, (value, structure) -> {\n$>", method, wire, value)
                    .add(inside.build())
                    .add("$<});\n");
        }
    }

    /** Whether the engine's writer of plain values writes it as it is wanted. */
    private static boolean isPlain(TypeModel type) {
        return JavaTypes.holdsAny(type)
                || type instanceof TypeModel.Items items
                        && (items.item() instanceof TypeModel.Open open && open.form() == OpenForm.TEXT
                                || items.item() instanceof Scalar scalar && isWrittenAsItIs(scalar));
    }

    /** Writes the members of an object to {@code out}. */
    CodeBlock members(List<FieldModel> fields) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("out.startObject()");
        for (FieldModel field : fields) {
            member(code, field);
        }
        code.addStatement("out.endObject()");
        return code.build();
    }

    private void member(CodeBlock.Builder code, FieldModel field) {
        String value = "this." + field.javaName();
        String wire = field.wireName();
        TypeModel type = field.type();
        if (field.isJsonText()) {
            code.addStatement("out.put($S, $LJson())", wire, field.javaName());
        } else if (type instanceof TypeModel.Open open && open.form() == OpenForm.UPPER_CASE) {
            putText(code, wire, value, upperCase(open, value));
        } else if (type instanceof TypeModel.Open open && open.form() == OpenForm.NUMBER) {
            code.addStatement("out.putNumber($S, $L)", wire, value);
        } else if (type instanceof TypeModel.Open || type instanceof Scalar scalar && isWrittenAsItIs(scalar)) {
            code.addStatement("out.put($S, $L)", wire, value);
        } else if (isTexts(type)) {
            code.addStatement("out.putStrings($S, $L)", wire, value);
        } else if (type instanceof TypeModel.Any) {
            code.addStatement("out.putPlainValue($S, $L)", wire, value);
        } else {
            beginIfPresent(code, type, value);
            code.addStatement("out.name($S)", wire);
            value(code, type, value, "out", 1);
            code.endControlFlow();
        }
    }

    /** A map of texts has variables: an empty one means that there are none, and is left out like an absent one. */
    private static void beginIfPresent(CodeBlock.Builder code, TypeModel type, String value) {
        code.beginControlFlow(isVariables(type) ? "if ($1L != null && !$1L.isEmpty())" : "if ($1L != null)", value);
    }

    private static boolean isVariables(TypeModel type) {
        return type instanceof TypeModel.Members members
                && members.value() instanceof Scalar scalar
                && scalar.kind() == Kind.TEXT;
    }

    private static boolean isWrittenAsItIs(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> true;
            case BOOLEAN, INTEGER, LONG, DOUBLE, RATE, DECIMAL -> !scalar.asText();
            case MILLIS, SECONDS, MOMENT, DATE, BASIC_DATE, YES_NO -> false;
        };
    }

    private static boolean isTexts(TypeModel type) {
        return type instanceof TypeModel.Items items
                && items.item() instanceof Scalar scalar
                && scalar.kind() == Kind.TEXT;
    }

    /** Writes a value that is not null. The depth distinguishes the names of nested loops. */
    private void value(CodeBlock.Builder code, TypeModel type, String value, String out, int depth) {
        String suffix = depth == 1 ? "" : Integer.toString(depth);
        if (type instanceof Scalar scalar) {
            code.addStatement("$L.add($L)", out, scalar(scalar, value));
        } else if (type instanceof TypeModel.Open open) {
            switch (open.form()) {
                case TEXT -> code.addStatement("$L.add($L.value())", out, value);
                case UPPER_CASE -> code.addStatement("$L.add($L)", out, upperCase(open, value));
                case NUMBER -> code.addStatement("$L.addNumber($L)", out, value);
            }
        } else if (type instanceof TypeModel.Struct) {
            code.addStatement("$L.write($L)", value, out);
        } else if (isTexts(type)) {
            code.addStatement("$L.addStrings($L)", out, value);
        } else if (JavaTypes.holdsAny(type)) {
            code.addStatement("$L.addPlainValue($L)", out, value);
        } else if (type instanceof TypeModel.Items items) {
            code.addStatement("$L.startArray()", out);
            code.beginControlFlow("for ($T item$L : $L)", types.of(items.item()), suffix, value);
            value(code, items.item(), "item" + suffix, out, depth + 1);
            code.endControlFlow();
            code.addStatement("$L.endArray()", out);
        } else if (type instanceof TypeModel.Members members) {
            code.addStatement("$L.startObject()", out);
            code.beginControlFlow(
                    "for ($T.Entry<$T, $T> member$L : $L.entrySet())",
                    Map.class,
                    String.class,
                    types.of(members.value()),
                    suffix,
                    value);
            code.addStatement("$L.name(member$L.getKey())", out, suffix);
            value(code, members.value(), "member" + suffix + ".getValue()", out, depth + 1);
            code.endControlFlow();
            code.addStatement("$L.endObject()", out);
        } else {
            throw new IllegalStateException("no way to write " + type);
        }
    }

    private static CodeBlock scalar(Scalar scalar, String value) {
        boolean text = scalar.asText();
        return switch (scalar.kind()) {
            case TEXT -> CodeBlock.of("$L", value);
            case BOOLEAN, INTEGER, LONG -> CodeBlock.of(text ? "$L.toString()" : "$L", value);
            case DOUBLE, RATE ->
                CodeBlock.of(text ? "$T.valueOf($L).toPlainString()" : "$T.valueOf($L)", BigDecimal.class, value);
            case DECIMAL -> CodeBlock.of(text ? "$L.toPlainString()" : "$L", value);
            case MILLIS -> moment("toEpochMilli", text, value);
            case SECONDS -> moment("getEpochSecond", text, value);
            case MOMENT, DATE -> CodeBlock.of("$L.toString()", value);
            case BASIC_DATE -> CodeBlock.of("$T.BASIC_ISO_DATE.format($L)", DateTimeFormatter.class, value);
            case YES_NO -> CodeBlock.of("($L ? $S : $S)", value, "Y", "N");
        };
    }

    private static CodeBlock moment(String method, boolean text, String value) {
        return text
                ? CodeBlock.of("$T.toString($L.$L())", Long.class, value, method)
                : CodeBlock.of("$L.$L()", value, method);
    }
}
