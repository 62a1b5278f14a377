package io.github.alimsg.codegen.output;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.alimsg.codegen.model.CompoundModel;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.StructModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates what every class with fields has: fields, constructor, accessors, and the methods of {@code Object}. */
final class ClassMembers {
    private final StructModel struct;
    private final ClassName name;
    private final JavaTypes types;
    private final JavadocText javadoc;
    private final @Nullable ClassName superclass;
    private final List<CompoundModel> compounds;

    /**
     * Creates the members of one class.
     *
     * @param struct its fields
     * @param name its name
     * @param types the types around it
     * @param javadoc turns our documentation into javadoc
     * @param superclass what it extends; null for nested classes
     * @param compounds methods of its builder that set several fields at once
     */
    ClassMembers(
            StructModel struct,
            ClassName name,
            JavaTypes types,
            JavadocText javadoc,
            @Nullable ClassName superclass,
            List<CompoundModel> compounds) {
        this.struct = struct;
        this.name = name;
        this.types = types;
        this.javadoc = javadoc;
        this.superclass = superclass;
        this.compounds = compounds;
    }

    /** A variable of a class and of its builder. */
    record Slot(String name, TypeName type, FieldModel field) {
        /** Whether it is set in every object that was built. */
        boolean isAlwaysSet() {
            return field.required() && !field.isJsonText();
        }
    }

    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (FieldModel field : struct.fields()) {
            slots.add(new Slot(field.javaName(), types.of(field.type()), field));
            if (field.isJsonText()) {
                slots.add(new Slot(jsonName(field), ClassName.get(String.class), field));
            }
        }
        return slots;
    }

    static String jsonName(FieldModel field) {
        return field.javaName() + "Json";
    }

    /** Adds everything but the builder class. */
    void addTo(TypeSpec.Builder type) {
        ClassName builder = name.nestedClass("Builder");
        for (Slot slot : slots()) {
            TypeName declared = slot.isAlwaysSet() ? slot.type() : JavaTypes.nullable(slot.type());
            type.addField(FieldSpec.builder(declared, slot.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        type.addMethod(constructor(builder));
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns an empty builder.\n\n@return the builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build());
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Returns a builder with the fields of this object.\n\n@return the builder")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new $T(this)", builder)
                .build());
        for (FieldModel field : struct.fields()) {
            type.addMethod(accessor(field));
            if (field.isJsonText()) {
                type.addMethod(jsonAccessor(field));
            }
        }
    }

    private MethodSpec constructor(ClassName builder) {
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "builder");
        if (superclass != null) {
            method.addStatement("super(builder)");
        }
        List<FieldModel> joined = CompoundCode.joined(struct, compounds);
        joined.forEach(field -> method.addParameter(JavaTypes.nullable(types.of(field.type())), field.javaName()));
        for (Slot slot : slots()) {
            CodeBlock value = CodeBlock.of(joined.contains(slot.field()) ? "$L" : "builder.$L", slot.name());
            if (isAppendable(slot.field())) {
                value = CodeBlock.of("$T.frozen($L)", CoreTypes.MODEL_VALUES, value);
            }
            if (slot.isAlwaysSet()) {
                value = CodeBlock.of("$T.requireNonNull($L)", Objects.class, value);
            }
            method.addStatement("this.$L = $L", slot.name(), value);
        }
        return method.build();
    }

    /** Whether builders can add single items, and so may have a list that can still change. */
    static boolean isAppendable(FieldModel field) {
        return field.type() instanceof TypeModel.Items items && items.item() instanceof TypeModel.Struct;
    }

    private MethodSpec accessor(FieldModel field) {
        TypeName type = types.of(field.type());
        String variable = field.javaName();
        MethodSpec.Builder method = MethodSpec.methodBuilder(variable).addModifiers(Modifier.PUBLIC);
        if (field.isCollection()) {
            boolean map = field.type() instanceof TypeModel.Members || field.type() instanceof TypeModel.JsonMap;
            method.returns(type);
            if (field.required() && !field.isJsonText()) {
                method.addStatement("return $L", variable);
            } else {
                method.addStatement(
                        "return $L == null ? $T.of() : $L", variable, map ? Map.class : List.class, variable);
            }
            String whole = map ? "map" : "list";
            String absent = field.isJsonText() ? "not set, or set as JSON" : "not set";
            return documented(method, field, "the " + whole + "; empty when it is " + absent + "; unmodifiable")
                    .build();
        }
        method.returns(field.required() ? type : JavaTypes.nullable(type));
        method.addStatement("return $L", variable);
        String plain = field.type() instanceof TypeModel.Any
                ? "a plain value: text, a number, true or false, or a list or map of these"
                : "the value";
        return documented(method, field, plain + (field.required() ? "" : "; null when it is absent"))
                .build();
    }

    private MethodSpec jsonAccessor(FieldModel field) {
        String variable = field.javaName();
        MethodSpec.Builder method = MethodSpec.methodBuilder(jsonName(field))
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.nullable(ClassName.get(String.class)))
                .addStatement(
                        "return $L == null ? $L : $T.json($L)",
                        variable,
                        jsonName(field),
                        field.type() instanceof TypeModel.JsonMaps
                                ? CoreTypes.STRUCTURE_WRITER
                                : CoreTypes.MODEL_VALUES,
                        variable);
        boolean map = field.type() instanceof TypeModel.JsonMap;
        return documented(
                        method,
                        field,
                        map
                                ? "the JSON text that is sent; null when it is not set, or an empty map"
                                : "the JSON text that is sent; null when it is not set")
                .build();
    }

    private MethodSpec.Builder documented(MethodSpec.Builder method, FieldModel field, String answer) {
        method.addJavadoc("$L\n\n@return $L", words(field, javadoc), answer);
        return deprecated(method, field.deprecated(), javadoc);
    }

    /** What a field is, also on the wire. */
    static String words(FieldModel field, JavadocText javadoc) {
        String words = javadoc.of(field.words());
        String onTheWire = WireWords.of(field);
        return onTheWire.isEmpty() ? words : words + "\n" + onTheWire;
    }

    static MethodSpec.Builder deprecated(MethodSpec.Builder method, @Nullable String instead, JavadocText javadoc) {
        if (instead != null) {
            method.addJavadoc("\n@deprecated $L", javadoc.of(instead));
            method.addAnnotation(AnnotationSpec.builder(Deprecated.class).build());
        }
        return method;
    }

    /** {@code equals} and {@code hashCode} over all fields. */
    void addEquality(TypeSpec.Builder type) {
        CodeBlock.Builder equal = CodeBlock.builder();
        CodeBlock.Builder hash = CodeBlock.builder();
        String separator = "";
        for (Slot slot : slots()) {
            equal.add("\n&& $T.equals(this.$L, that.$L)", Objects.class, slot.name(), slot.name());
            hash.add(separator + "this.$L", slot.name());
            separator = ",$W";
        }
        if (superclass != null) {
            equal.add("\n&& extraParams().equals(that.extraParams())");
            hash.add(separator + "extraParams()");
        }
        boolean none = equal.isEmpty();
        type.addMethod(MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addParameter(JavaTypes.nullable(ClassName.OBJECT), "other")
                .addCode("return other instanceof $T$L$L;\n", name, none ? "" : " that", indented(equal.build()))
                .build());
        type.addMethod(MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement(
                        none ? "return $T.class.hashCode()" : "return $T.hash($L)",
                        none ? name : Objects.class,
                        hash.build())
                .build());
    }

    private static CodeBlock indented(CodeBlock code) {
        return CodeBlock.builder().add("$>$>").add(code).add("$<$<").build();
    }

    /** {@code toString}: what is set, with sensitive values hidden. */
    void addToString(TypeSpec.Builder type, List<CodeBlock> first, List<CodeBlock> last) {
        CodeBlock.Builder shown = CodeBlock.builder().add("return new $T($S)$>$>", CoreTypes.SHOWN, name.simpleName());
        first.forEach(shown::add);
        for (Slot slot : slots()) {
            String method = slot.field().sensitive() ? "hide" : "add";
            shown.add("\n.$L($S, this.$L)", method, slot.name(), slot.name());
        }
        last.forEach(shown::add);
        shown.add("\n.toString();\n$<$<");
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addJavadoc("Shows what is set, without personal or secret values.\n\n@return the text")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(shown.build())
                .build());
    }
}
