package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.CompoundModel;
import io.github.alimsg.codegen.model.CompoundModel.CompoundPart;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Generates a builder's methods that set several fields at once. Their values are kept apart from those of the setters
 * until the object is built, so that a contradiction is found whichever came first.
 */
final class CompoundCode {
    private static final String COPIED = "copiedFrom";

    private final StructModel struct;
    private final ClassName name;
    private final JavaTypes types;
    private final JavadocText javadoc;
    private final List<CompoundModel> compounds;

    /**
     * Creates the methods of one builder.
     *
     * @param struct the fields of the class that is built
     * @param name that class
     * @param types the types around it
     * @param javadoc turns our documentation into javadoc
     * @param compounds the methods; usually none
     */
    CompoundCode(
            StructModel struct, ClassName name, JavaTypes types, JavadocText javadoc, List<CompoundModel> compounds) {
        this.struct = struct;
        this.name = name;
        this.types = types;
        this.javadoc = javadoc;
        this.compounds = compounds;
    }

    /** The fields whose values are combined when the object is built. */
    static List<FieldModel> joined(StructModel struct, List<CompoundModel> compounds) {
        return struct.fields().stream()
                .filter(field -> compounds.stream()
                        .flatMap(compound -> compound.parts().stream())
                        .anyMatch(part -> part.field().equals(field)))
                .toList();
    }

    void addTo(TypeSpec.Builder builder) {
        if (compounds.isEmpty()) {
            return;
        }
        builder.addField(FieldSpec.builder(JavaTypes.nullable(name), COPIED, Modifier.PRIVATE)
                .build());
        for (CompoundModel compound : compounds) {
            builder.addField(FieldSpec.builder(slotType(compound), slot(compound), Modifier.PRIVATE)
                    .build());
            builder.addMethod(method(compound));
        }
    }

    /** What the constructor that copies an object does in addition. */
    CodeBlock copying() {
        return compounds.isEmpty() ? CodeBlock.of("") : CodeBlock.of("this.$L = from;\n", COPIED);
    }

    private static String slot(CompoundModel compound) {
        return CompoundModel.slotName(compound.method());
    }

    private static TypeName slotType(CompoundModel compound) {
        String type = compound.type();
        return type == null ? TypeName.BOOLEAN : JavaTypes.nullable(ClassName.bestGuess(type));
    }

    private MethodSpec method(CompoundModel compound) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(compound.method())
                .addModifiers(Modifier.PUBLIC)
                .returns(name.nestedClass("Builder"))
                .addJavadoc("$L\n\n", javadoc.of(compound.words()));
        String type = compound.type();
        if (type == null) {
            for (FieldModel field : compound.takes()) {
                TypeName parameter = types.parameter(field.type());
                boolean mayBeNull = mayBeNull(field);
                method.addParameter(mayBeNull ? JavaTypes.nullable(parameter) : parameter, field.javaName());
                method.addJavadoc(
                        "@param $L $L\n", field.javaName(), meaning(field) + (mayBeNull ? "; null for none" : ""));
            }
        } else {
            method.addParameter(JavaTypes.nullable(ClassName.bestGuess(type)), compound.method());
            method.addJavadoc("@param $L the value to set; null to leave it out\n", compound.method());
        }
        method.addJavadoc("@return this builder");
        compound.parts().stream()
                .filter(CompoundPart::read)
                .forEach(part -> method.addJavadoc(
                        "\n@see #$L($L)",
                        part.field().javaName(),
                        erased(types.parameter(part.field().type()))));
        if (type == null) {
            compound.takes().forEach(field -> method.addCode(refusingNull(field)));
            method.addCode(givingWay(compound)).addStatement("this.$L = true", slot(compound));
            compound.takes().forEach(field -> method.addStatement("$L($L)", field.javaName(), field.javaName()));
        } else {
            method.addCode(clearing(compound))
                    .addCode(givingWay(compound))
                    .addStatement("this.$L = $L", slot(compound), compound.method());
        }
        return method.addStatement("return this").build();
    }

    /** References to the methods that set a field with others, for the javadoc of its setters. */
    String see(FieldModel field) {
        var text = new StringBuilder();
        for (CompoundModel compound : compounds) {
            boolean sets =
                    compound.parts().stream().anyMatch(part -> part.field().equals(field));
            if (sets || compound.takes().contains(field)) {
                String type = compound.type();
                String parameters = type != null
                        ? type
                        : compound.takes().stream()
                                .map(taken -> erased(types.parameter(taken.type())))
                                .collect(Collectors.joining(", "));
                text.append("\n@see #")
                        .append(compound.method())
                        .append('(')
                        .append(parameters)
                        .append(')');
            }
        }
        return text.toString();
    }

    /** A type as references of javadoc name it. */
    private static String erased(TypeName type) {
        TypeName plain = type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
        return plain.withoutAnnotations().toString().replaceFirst("^java\\.lang\\.(?=\\w+$)", "");
    }

    /** Lists and maps may be none; what else a method takes is what it is for. */
    private static boolean mayBeNull(FieldModel field) {
        return field.isCollection() && !field.required();
    }

    private CodeBlock refusingNull(FieldModel field) {
        return mayBeNull(field) || types.parameter(field.type()).isPrimitive()
                ? CodeBlock.of("")
                : CodeBlock.of("$T.requireNonNull($L, $S);\n", Objects.class, field.javaName(), field.javaName());
    }

    /** Null unsets what was set together, and what of it was copied from another object. */
    private CodeBlock clearing(CompoundModel compound) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if ($L == null)", compound.method())
                .addStatement("this.$L = null", slot(compound));
        compound.parts().stream()
                .filter(CompoundPart::read)
                .forEach(
                        part -> code.addStatement("this.$L = null", part.field().javaName()));
        return code.addStatement("return this").endControlFlow().build();
    }

    /** The first sentence of a field's documentation, in the form of a parameter's description. */
    private String meaning(FieldModel field) {
        String sentence = javadoc.firstSentence(field.words());
        boolean acronym = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        String begun = acronym || sentence.isEmpty()
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun;
    }

    /** Values that were copied from another object, and not set since, give way to those now set together. */
    private CodeBlock givingWay(CompoundModel compound) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if ($L != null)", COPIED);
        for (FieldModel field : compound.settled()) {
            code.addStatement(
                    "this.$L = $T.unless(this.$L, $L.$L)",
                    field.javaName(),
                    CoreTypes.MODEL_VALUES,
                    field.javaName(),
                    COPIED,
                    field.javaName());
        }
        return code.endControlFlow().build();
    }

    /** Statements before an object is built: local variables replace the fields that are combined. */
    CodeBlock joining() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldModel field : joined(struct, compounds)) {
            code.addStatement(
                    "$T $L = this.$L", JavaTypes.nullable(types.of(field.type())), field.javaName(), field.javaName());
        }
        for (CompoundModel compound : compounds) {
            code.beginControlFlow(compound.type() == null ? "if ($L)" : "if ($L != null)", slot(compound));
            exclusions(code, compound);
            compound.parts()
                    .forEach(part -> code.addStatement(
                            "$L = $T.agreed($S, $S, $S, $L, $L)",
                            part.field().javaName(),
                            CoreTypes.MODEL_VALUES,
                            String.join(".", name.simpleNames()),
                            compound.method(),
                            part.field().javaName(),
                            part.field().javaName(),
                            value(compound, part)));
            code.endControlFlow();
        }
        return code.build();
    }

    private void exclusions(CodeBlock.Builder code, CompoundModel compound) {
        if (!compound.excludes().isEmpty()) {
            code.add(
                    "$T.alone($S, $S", CoreTypes.MODEL_VALUES, String.join(".", name.simpleNames()), compound.method());
            compound.excludes().forEach(field -> code.add(", $S, this.$L", field.javaName(), field.javaName()));
            code.add(");\n");
        }
    }

    private CodeBlock value(CompoundModel compound, CompoundPart part) {
        CodeBlock text =
                part.read() ? CodeBlock.of("$L.$L()", slot(compound), part.text()) : CodeBlock.of("$S", part.text());
        return part.field().type() instanceof TypeModel.Open open
                ? CodeBlock.of("$T.of($L)", types.valueType(open.name()), text)
                : text;
    }

    /** The constructor's arguments in addition to the builder. */
    CodeBlock arguments() {
        CodeBlock.Builder code = CodeBlock.builder();
        joined(struct, compounds).forEach(field -> code.add(", $L", field.javaName()));
        return code.build();
    }
}
