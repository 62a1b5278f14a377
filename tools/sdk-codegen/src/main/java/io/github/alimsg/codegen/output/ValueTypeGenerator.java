package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.ValueTypeModel;
import io.github.alimsg.codegen.model.ValueTypeModel.Constant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generates an open value type: constants for the documented values, and any other text. */
final class ValueTypeGenerator {
    private final ValueTypeModel model;
    private final ClassName name;
    private final JavadocText javadoc;

    ValueTypeGenerator(ValueTypeModel model, String modelPackage, JavadocText javadoc) {
        this.model = model;
        this.name = ClassName.get(modelPackage, model.name());
        this.javadoc = javadoc;
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L\n<p>The service may add values: {@link #of} takes any text.", javadoc.of(model.doc()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CoreTypes.OPEN_VALUE);
        for (Constant constant : model.constants()) {
            String number = model.isNumbered() ? "\nOn the wire: {@code " + constant.wire() + "}." : "";
            type.addField(FieldSpec.builder(name, constant.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("$L$L", javadoc.of(constant.text()), number)
                    .initializer("new $T($S)", name, constant.wire())
                    .build());
        }
        if (model.inUpperCase()) {
            type.addMethod(inUpperCase());
        }
        if (model.isNumbered()) {
            type.addMethod(ofNumber()).addMethod(readNumber());
        }
        return type.addField(known())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(String.class, "value")
                        .addStatement("super(value)")
                        .build())
                .addMethod(of())
                .addMethod(MethodSpec.methodBuilder("known")
                        .addJavadoc("Returns the documented values.\n\n@return the constants of this class")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(listOfThese())
                        .addStatement("return KNOWN")
                        .build())
                .addMethod(read())
                .build();
    }

    private TypeName listOfThese() {
        return ParameterizedTypeName.get(ClassName.get(List.class), name);
    }

    private FieldSpec known() {
        String constants = model.constants().stream().map(Constant::name).collect(Collectors.joining(", "));
        return FieldSpec.builder(listOfThese(), "KNOWN", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, constants)
                .build();
    }

    private MethodSpec of() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "value");
        String given =
                "\n\n@param value the text on the wire\n@return the constant, if there is one; a new value otherwise";
        if (model.inUpperCase()) {
            return method.addJavadoc("Returns the value of a text in whatever case, known or not." + given)
                    .addStatement("return inAnyCase(value, KNOWN, $T::new)", name)
                    .build();
        }
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("return switch (value)");
        for (Constant constant : model.constants()) {
            code.add("case $S -> $L;\n", constant.wire(), constant.name());
        }
        code.add("default -> new $T(value);\n", name);
        return method.addJavadoc("Returns the value of a text, known or not." + given)
                .addCode(code.add("$<};\n").build())
                .build();
    }

    private MethodSpec ofNumber() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Returns the value of a number, known or not.\n\n@param value the number on the wire\n"
                        + "@return the constant, if there is one; a new value otherwise")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(TypeName.LONG, "value")
                .addStatement("return of($T.toString(value))", Long.class)
                .build();
    }

    /** Where the service declares a number: anything else is left out, as for other numbers. */
    private MethodSpec readNumber() {
        return MethodSpec.methodBuilder("readNumber")
                .addModifiers(Modifier.STATIC)
                .returns(JavaTypes.nullable(name))
                .addParameter(CoreTypes.JSON_READER, "in")
                .addStatement("$T number = in.longValue()", Long.class)
                .addStatement("return number == null ? null : of(number)")
                .build();
    }

    /** For operations that want upper case. What is not documented is left as it was given. */
    private MethodSpec inUpperCase() {
        return MethodSpec.methodBuilder("inUpperCase")
                .addModifiers(Modifier.STATIC)
                .returns(String.class)
                .addParameter(name, "value")
                .addStatement(
                        "return KNOWN.contains(value) ? value.value().toUpperCase($T.ROOT) : value.value()",
                        Locale.class)
                .build();
    }

    private MethodSpec read() {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(JavaTypes.nullable(name))
                .addParameter(CoreTypes.JSON_READER, "in")
                .addStatement("$T text = in.string()", String.class)
                .addStatement("return text == null ? null : of(text)")
                .build();
    }
}
