package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.CompoundModel;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.JavaNames;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import io.github.alimsg.codegen.output.ClassMembers.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the builder of a class with fields. */
final class BuilderClass {
    private final StructModel struct;
    private final ClassName name;
    private final ClassName builder;
    private final JavaTypes types;
    private final JavadocText javadoc;
    private final @Nullable ClassName superclass;
    private final List<Slot> slots;
    private final CompoundCode compounds;
    private final PhoneCode phones = new PhoneCode(this);
    private final Set<String> adders = new HashSet<>();

    /**
     * Creates the builder of one class.
     *
     * @param struct its fields
     * @param name the class that is built
     * @param types the types around it
     * @param javadoc turns our documentation into javadoc
     * @param superclass what the class extends, which has a builder too; null for nested classes
     * @param slots the variables of the builder
     * @param compounds methods that set several fields at once
     */
    BuilderClass(
            StructModel struct,
            ClassName name,
            JavaTypes types,
            JavadocText javadoc,
            @Nullable ClassName superclass,
            List<Slot> slots,
            List<CompoundModel> compounds) {
        this.struct = struct;
        this.name = name;
        this.builder = name.nestedClass("Builder");
        this.types = types;
        this.javadoc = javadoc;
        this.superclass = superclass;
        this.slots = slots;
        this.compounds = new CompoundCode(struct, name, types, javadoc, compounds);
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Builder")
                .addJavadoc("Builds {@link $L}.", name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        if (superclass != null) {
            type.superclass(ParameterizedTypeName.get(superclass.nestedClass("Builder"), builder));
        }
        for (Slot slot : slots) {
            type.addField(FieldSpec.builder(JavaTypes.nullable(slot.type()), slot.name(), Modifier.PRIVATE)
                    .build());
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        type.addMethod(copyConstructor());
        for (FieldModel field : struct.fields()) {
            setters(field).forEach(type::addMethod);
        }
        compounds.addTo(type);
        return type.addMethod(build()).build();
    }

    private MethodSpec copyConstructor() {
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(name, "from");
        if (superclass != null) {
            method.addStatement("super(from)");
        }
        slots.forEach(slot -> method.addStatement("this.$L = from.$L", slot.name(), slot.name()));
        return method.addCode(compounds.copying()).build();
    }

    private MethodSpec build() {
        List<FieldModel> required =
                struct.fields().stream().filter(FieldModel::required).toList();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(name);
        String words = "Builds the object with the fields set so far.\n\n@return the object";
        CodeBlock joining = compounds.joining();
        method.addCode(joining);
        if (!required.isEmpty()) {
            words += "\n@throws IllegalArgumentException when required fields are missing; names all of them";
            method.addStatement("$T.require($S$L)", CoreTypes.MODEL_VALUES, displayName(), namesAndValues(required));
        }
        if (!joining.isEmpty()) {
            words +=
                    "\n@throws IllegalArgumentException when fields that are set together and fields that are set singly"
                            + " contradict each other";
        }
        return method.addJavadoc("$L", words)
                .addStatement("return new $T(this$L)", name, compounds.arguments())
                .build();
    }

    private String displayName() {
        return String.join(".", name.simpleNames());
    }

    private static CodeBlock namesAndValues(List<FieldModel> fields) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldModel field : fields) {
            String variable = field.javaName();
            code.add(", $S, ", variable);
            if (field.isJsonText()) {
                code.add("$L == null ? $L : $L", variable, ClassMembers.jsonName(field), variable);
            } else {
                code.add("$L", variable);
            }
        }
        return code.build();
    }

    private List<MethodSpec> setters(FieldModel field) {
        TypeModel type = field.type();
        List<MethodSpec> setters = new ArrayList<>();
        TypeName parameter = types.parameter(type);
        if (parameter.isPrimitive()) {
            setters.add(setter(field, parameter, value(field), ""));
            parameter = parameter.box();
        }
        setters.add(setter(field, parameter, value(field), phones.words(field)));
        setters.addAll(phones.setters(field));
        if (type instanceof TypeModel.Open open) {
            setters.add(open.form() == OpenForm.NUMBER ? ofNumber(field, open) : ofText(field, open));
        } else if (type instanceof TypeModel.Struct struct) {
            setters.add(consumer(field, types.struct(struct)));
        } else if (type instanceof TypeModel.Items items) {
            setters.addAll(ofItems(field, items.item()));
        } else if (type instanceof TypeModel.JsonMap || type instanceof TypeModel.JsonMaps) {
            setters.add(json(field));
        } else if (type instanceof TypeModel.JsonList) {
            setters.add(severalTexts(field));
            setters.add(json(field));
        }
        return setters;
    }

    private MethodSpec ofText(FieldModel field, TypeModel.Open open) {
        String more = "As text, for values that {@link " + open.name() + "} does not know.";
        return setter(
                field,
                ClassName.get(String.class),
                CodeBlock.of(
                        "$L == null ? null : $T.of($L)",
                        field.javaName(),
                        types.valueType(open.name()),
                        field.javaName()),
                more);
    }

    private MethodSpec ofNumber(FieldModel field, TypeModel.Open open) {
        return setter(
                field,
                TypeName.LONG,
                CodeBlock.of("$T.of($L)", types.valueType(open.name()), field.javaName()),
                "As a number, for values that {@link " + open.name() + "} does not know.");
    }

    private List<MethodSpec> ofItems(FieldModel field, TypeModel item) {
        List<MethodSpec> setters = new ArrayList<>();
        if (!(item instanceof TypeModel.Items) && !(item instanceof TypeModel.Members)) {
            setters.add(method(field, field.javaName(), ArrayTypeName.of(types.of(item)), "", "the items")
                    .varargs()
                    .addStatement("return $L($T.list($L))", field.javaName(), CoreTypes.MODEL_VALUES, field.javaName())
                    .build());
        }
        if (item instanceof TypeModel.Open open) {
            setters.add(fromTexts(field, open));
        }
        if (item instanceof TypeModel.Struct struct) {
            MethodSpec adder = adder(field, struct);
            if (adder != null) {
                setters.add(adder);
            }
        }
        return setters;
    }

    /** The expression that checks and copies a setter's argument. */
    private CodeBlock value(FieldModel field) {
        String given = field.javaName();
        TypeModel type = field.type();
        if (field.phone() != null) {
            return PhoneCode.value(field);
        }
        if (JavaTypes.holdsAny(type)) {
            return CodeBlock.of("$T.plain($S, $L)", CoreTypes.MODEL_VALUES, given, given);
        }
        if (field.isCollection()) {
            return CodeBlock.of("$T.copy($S, $L)", CoreTypes.MODEL_VALUES, given, given);
        }
        if (type instanceof Scalar scalar) {
            if (scalar.kind() == Kind.RATE) {
                return CodeBlock.of("$T.rate($S, $L)", CoreTypes.MODEL_VALUES, given, given);
            }
            if (scalar.kind() == Kind.DATE || scalar.kind() == Kind.BASIC_DATE) {
                return CodeBlock.of("$T.date($S, $L)", CoreTypes.MODEL_VALUES, given, given);
            }
            if (scalar.kind() == Kind.DOUBLE) {
                return CodeBlock.of("$T.finite($S, $L)", CoreTypes.MODEL_VALUES, given, given);
            }
        }
        return CodeBlock.of("$L", given);
    }

    MethodSpec setter(FieldModel field, TypeName parameter, CodeBlock value, String more) {
        String variable = field.javaName();
        MethodSpec.Builder method = method(field, variable, parameter, more, meaning(field));
        method.addStatement("this.$L = $L", variable, value);
        if (field.isJsonText()) {
            method.addStatement("this.$L = null", ClassMembers.jsonName(field));
        }
        return method.addStatement("return this").build();
    }

    private static String meaning(FieldModel field) {
        TypeModel type = field.type();
        if (JavaTypes.holdsAny(type)) {
            return "plain values: text, numbers, true and false, lists and maps of these; copied";
        }
        if (type instanceof Scalar scalar && scalar.kind() == Kind.RATE) {
            return "from 0 to 1";
        }
        return field.isCollection() ? "the value to set; copied; must not contain null" : "the value to set";
    }

    private MethodSpec consumer(FieldModel field, ClassName struct) {
        ClassName structBuilder = struct.nestedClass("Builder");
        return method(field, field.javaName(), consumerOf(structBuilder), "Built in place.", "sets its members")
                .beginControlFlow("if ($L == null)", field.javaName())
                .addStatement("this.$L = null", field.javaName())
                .addStatement("return this")
                .endControlFlow()
                .addStatement("$T builder = $T.builder()", structBuilder, struct)
                .addStatement("$L.accept(builder)", field.javaName())
                .addStatement("return $L(builder.build())", field.javaName())
                .build();
    }

    private static TypeName consumerOf(ClassName structBuilder) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), structBuilder);
    }

    /** Adds one item; null when its name is taken by something else. */
    private @Nullable MethodSpec adder(FieldModel field, TypeModel.Struct item) {
        String plural = JavaNames.capitalized(field.javaName());
        String singular = JavaNames.singular(plural);
        String adder = "add" + (singular.equals(plural) ? item.name() : singular);
        if (isTaken(adder)) {
            adder = "add" + plural;
        }
        if (isTaken(adder)) {
            return null;
        }
        adders.add(adder);
        ClassName struct = types.struct(item);
        ClassName structBuilder = struct.nestedClass("Builder");
        return method(field, adder, field.javaName(), "Adds one, built in place.", "sets its members")
                .addParameter(consumerOf(structBuilder), field.javaName())
                .addStatement("$T.item($S, $L)", CoreTypes.MODEL_VALUES, field.javaName(), field.javaName())
                .addStatement("$T builder = $T.builder()", structBuilder, struct)
                .addStatement("$L.accept(builder)", field.javaName())
                .addStatement(
                        "this.$L = $T.append(this.$L, builder.build())",
                        field.javaName(),
                        CoreTypes.MODEL_VALUES,
                        field.javaName())
                .addStatement("return this")
                .build();
    }

    private boolean isTaken(String method) {
        return adders.contains(method)
                || struct.fields().stream().anyMatch(field -> field.javaName().equals(method));
    }

    private MethodSpec fromTexts(FieldModel field, TypeModel.Open open) {
        ClassName valueType = types.valueType(open.name());
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), valueType);
        return method(
                        field,
                        field.javaName(),
                        ArrayTypeName.of(String.class),
                        "As texts, for values that {@link " + open.name() + "} does not know.",
                        "the items")
                .varargs()
                .beginControlFlow("if ($L == null)", field.javaName())
                .addStatement("this.$L = null", field.javaName())
                .addStatement("return this")
                .endControlFlow()
                .addStatement("$T items = new $T<>()", list, ArrayList.class)
                .beginControlFlow("for ($T item : $L)", String.class, field.javaName())
                .addStatement(
                        "items.add($T.of($T.item($S, item)))", valueType, CoreTypes.MODEL_VALUES, field.javaName())
                .endControlFlow()
                .addStatement("return $L(items)", field.javaName())
                .build();
    }

    private MethodSpec json(FieldModel field) {
        String parameter = "json";
        return method(
                        field,
                        field.javaName(),
                        ClassName.get(String.class),
                        parameter,
                        "As JSON text, sent as it is. The last value set counts.",
                        "the JSON text")
                .addStatement("this.$L = $L", ClassMembers.jsonName(field), parameter)
                .addStatement("this.$L = null", field.javaName())
                .addStatement("return this")
                .build();
    }

    /** Two or more, since a single text is JSON. */
    private MethodSpec severalTexts(FieldModel field) {
        TypeName list = ParameterizedTypeName.get(List.class, String.class);
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.javaName())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addJavadoc(
                        "$L\n\n@param first the first item\n@param second the second\n@param more any further\n"
                                + "@return this builder",
                        words(field, "For a single item, pass a list."))
                .addParameter(String.class, "first")
                .addParameter(String.class, "second")
                .addParameter(ArrayTypeName.of(String.class), "more")
                .varargs()
                .addStatement("$T items = new $T<>()", list, ArrayList.class)
                .addStatement("items.add(first)")
                .addStatement("items.add(second)")
                .addStatement(
                        "items.addAll($T.asList($T.item($S, more)))",
                        Arrays.class,
                        CoreTypes.MODEL_VALUES,
                        field.javaName())
                .addStatement("return $L(items)", field.javaName());
        return ClassMembers.deprecated(method, field.deprecated(), javadoc).build();
    }

    MethodSpec.Builder method(FieldModel field, String method, TypeName parameter, String more, String meaning) {
        return method(field, method, parameter, field.javaName(), more, meaning);
    }

    /** A setter. Null unsets the field; a required field is then reported as missing when the object is built. */
    private MethodSpec.Builder method(
            FieldModel field, String method, TypeName parameterType, String parameter, String more, String meaning) {
        boolean mayBeNull = !field.required() && !parameterType.isPrimitive();
        return method(field, method, parameter, more, mayBeNull ? meaning + "; null to leave it out" : meaning)
                .addParameter(mayBeNull ? JavaTypes.nullable(parameterType) : parameterType, parameter);
    }

    private MethodSpec.Builder method(FieldModel field, String method, String parameter, String more, String meaning) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addJavadoc("$L\n\n@param $L $L\n@return this builder", words(field, more), parameter, meaning);
        if (field.type() instanceof Scalar scalar && scalar.kind() == Kind.RATE) {
            spec.addJavadoc("\n@throws IllegalArgumentException when it is not between 0 and 1");
        }
        spec.addJavadoc("$L", compounds.see(field));
        return ClassMembers.deprecated(spec, field.deprecated(), javadoc);
    }

    private String words(FieldModel field, String more) {
        String words = ClassMembers.words(field, javadoc);
        if (field.required()) {
            words += " Required.";
        }
        return more.isEmpty() ? words : words + "\n" + more;
    }
}
