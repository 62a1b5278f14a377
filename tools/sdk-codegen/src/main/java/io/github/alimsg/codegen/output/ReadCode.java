package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.JavaNames;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the code that reads a reply and the objects in it, token by token. */
final class ReadCode {
    private static final ClassName TEXT = ClassName.get(String.class);

    private final JavaTypes types;

    ReadCode(JavaTypes types) {
        this.types = types;
    }

    /** Reads the members of the current object from {@code in} into {@code builder}. */
    CodeBlock members(List<FieldModel> fields, CodeBlock otherwise) {
        return members(fields, Map.of(), otherwise);
    }

    /** The same, with other wire names that some fields have, by Java name. */
    CodeBlock members(List<FieldModel> fields, Map<String, Set<String>> spellings, CodeBlock otherwise) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("for ($T name; (name = in.nextField()) != null; )", TEXT);
        if (fields.isEmpty()) {
            code.addStatement(otherwise);
            return code.endControlFlow().build();
        }
        code.beginControlFlow("switch (name)");
        for (FieldModel field : fields) {
            code.add("case $S", field.wireName());
            spellings.getOrDefault(field.javaName(), Set.of()).forEach(name -> code.add(", $S", name));
            code.add(" -> builder.$L = ", field.javaName());
            code.add("$L;\n", value(field));
        }
        code.add("default -> $L;\n", otherwise);
        code.endControlFlow();
        return code.endControlFlow().build();
    }

    private CodeBlock value(FieldModel field) {
        if (field.only() != null) {
            return CodeBlock.of("in.unwrapped($S, value -> $L(value))", field.only(), helperName(field));
        }
        CodeBlock direct = direct(field.type());
        return direct == null ? CodeBlock.of("$L(in)", helperName(field)) : direct;
    }

    /** The methods that read the lists and maps among some fields, and what is taken out of an object. */
    List<MethodSpec> helpers(List<FieldModel> fields) {
        List<MethodSpec> helpers = new ArrayList<>();
        for (FieldModel field : fields) {
            if (field.only() != null || direct(field.type()) == null) {
                helpers.add(helper(field));
            }
        }
        return helpers;
    }

    private static String helperName(FieldModel field) {
        return "read" + JavaNames.capitalized(field.javaName());
    }

    private MethodSpec helper(FieldModel field) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock direct = direct(field.type());
        CodeBlock read = direct == null ? collection(code, field.type(), 1) : direct;
        code.addStatement("return $L", read);
        TypeName type = types.of(field.type());
        return MethodSpec.methodBuilder(helperName(field))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(field.isCollection() ? type : JavaTypes.nullable(type))
                .addParameter(CoreTypes.JSON_READER, "in")
                .addCode(code.build())
                .build();
    }

    /** An expression that reads a value; null when it takes more than that. */
    private @Nullable CodeBlock direct(TypeModel given) {
        TypeModel type = given.asRead();
        if (type instanceof Scalar scalar) {
            return CodeBlock.of("in.$L()", reader(scalar.kind()));
        }
        if (type instanceof TypeModel.Open open) {
            String read = open.form() == OpenForm.NUMBER ? "readNumber" : "read";
            return CodeBlock.of("$T.$L(in)", types.valueType(open.name()), read);
        }
        if (type instanceof TypeModel.Struct struct) {
            return CodeBlock.of("in.startObject() ? $T.read(in) : null", types.struct(struct));
        }
        if (type instanceof TypeModel.Any) {
            return CodeBlock.of("in.plainValue()");
        }
        if (type instanceof TypeModel.Items items) {
            if (items.item() instanceof TypeModel.Any) {
                return CodeBlock.of("in.plainList()");
            }
            if (items.item() instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
                return CodeBlock.of("in.strings()");
            }
            if (items.item() instanceof Scalar scalar && scalar.kind() == Kind.LONG) {
                return CodeBlock.of("in.longs()");
            }
        }
        if (type instanceof TypeModel.Members members
                && members.value() instanceof Scalar scalar
                && scalar.kind() == Kind.TEXT) {
            return CodeBlock.of("in.stringMap()");
        }
        return null;
    }

    private static String reader(Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case INTEGER -> "intValue";
            case LONG -> "longValue";
            case BOOLEAN, YES_NO -> "booleanValue";
            case DOUBLE, RATE -> "doubleValue";
            case DECIMAL -> "decimal";
            case MILLIS -> "millis";
            case SECONDS -> "seconds";
            case MOMENT -> "instant";
            case DATE, BASIC_DATE -> "date";
        };
    }

    /** Reads a list or map into a variable; returns the expression for its value. */
    private CodeBlock collection(CodeBlock.Builder code, TypeModel type, int depth) {
        String suffix = depth == 1 ? "" : Integer.toString(depth);
        if (type instanceof TypeModel.Items items) {
            String variable = "items" + suffix;
            code.addStatement("$T $L = new $T<>()", types.of(type), variable, ArrayList.class);
            code.beginControlFlow("if (in.startArray())");
            code.beginControlFlow("while (in.nextItem())");
            element(code, items.item(), variable + ".add(", depth);
            code.endControlFlow();
            code.endControlFlow();
            return CodeBlock.of("$T.unmodifiableList($L)", Collections.class, variable);
        }
        if (type instanceof TypeModel.Members members) {
            String variable = "members" + suffix;
            String key = "key" + suffix;
            code.addStatement("$T $L = new $T<>()", types.of(type), variable, LinkedHashMap.class);
            code.beginControlFlow("if (in.startObject())");
            code.beginControlFlow("for ($T $L; ($L = in.nextField()) != null; )", TEXT, key, key);
            element(code, members.value(), variable + ".put(" + key + ", ", depth);
            code.endControlFlow();
            code.endControlFlow();
            return CodeBlock.of("$T.unmodifiableMap($L)", Collections.class, variable);
        }
        throw new IllegalStateException("no way to read " + type);
    }

    private void element(CodeBlock.Builder code, TypeModel type, String add, int depth) {
        if (type instanceof TypeModel.Struct struct) {
            code.beginControlFlow("if (in.startObject())");
            code.addStatement("$L$T.read(in))", add, types.struct(struct));
            code.endControlFlow();
            return;
        }
        CodeBlock direct = direct(type);
        if (direct == null) {
            CodeBlock read = collection(code, type, depth + 1);
            code.addStatement("$L$L)", add, read);
        } else if (type instanceof TypeModel.Scalar || type instanceof TypeModel.Open) {
            String item = "item" + (depth == 1 ? "" : Integer.toString(depth));
            code.addStatement("$T $L = $L", types.of(type), item, direct);
            code.beginControlFlow("if ($L != null)", item);
            code.addStatement("$L$L)", add, item);
            code.endControlFlow();
        } else {
            code.addStatement("$L$L)", add, direct);
        }
    }
}
