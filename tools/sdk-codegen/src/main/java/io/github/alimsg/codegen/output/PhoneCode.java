package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.github.alimsg.codegen.input.PhoneStyle;
import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.PhoneModel;
import io.github.alimsg.codegen.model.TypeModel;
import java.util.List;

/** Generates the code of setters of phone numbers, and the setters that take {@code PhoneNumber}. */
final class PhoneCode {
    private final BuilderClass builder;

    /**
     * Creates the setters of one builder.
     *
     * @param builder the builder
     */
    PhoneCode(BuilderClass builder) {
        this.builder = builder;
    }

    /** The expression for the argument of a field's first setter: a text, or a list of texts. */
    static CodeBlock value(FieldModel field) {
        if (!(field.type() instanceof TypeModel.Scalar)) {
            return several("list", field);
        }
        return isList(field) ? CodeBlock.of("$L.joined($L)", form(field), field.javaName()) : one(field);
    }

    private static CodeBlock one(FieldModel field) {
        return CodeBlock.of("$L.of($L)", form(field), field.javaName());
    }

    private static CodeBlock several(String method, FieldModel field) {
        return CodeBlock.of("$L.$L($S, $L)", form(field), method, field.javaName(), field.javaName());
    }

    private static boolean isList(FieldModel field) {
        return field.phone() != null && field.phone().style() == PhoneStyle.OWN_LIST;
    }

    private static CodeBlock form(FieldModel field) {
        PhoneModel phone = field.phone();
        if (phone == null) {
            throw new IllegalStateException(field.wireName() + " holds no phone numbers");
        }
        return phone.ownForm() == null
                ? CodeBlock.of("$T.$L", CoreTypes.PHONE_FORM, phone.style())
                : CodeBlock.of("$T.FORM", ClassName.get(phone.ownPackage(), phone.ownForm()));
    }

    /** What the documentation of a field's first setter says in addition. */
    String words(FieldModel field) {
        if (field.phone() == null) {
            return "";
        }
        return field.phone().style() == PhoneStyle.DIGITS_OR_ID
                ? "Plus, blanks and parentheses of a phone number are removed; an id is sent as it is."
                : "Plus, blanks and the like are removed; what is not a phone number is sent as it is.";
    }

    /** The other setters. */
    List<MethodSpec> setters(FieldModel field) {
        if (field.phone() == null) {
            return List.of();
        }
        if (isList(field)) {
            var texts = ParameterizedTypeName.get(List.class, String.class);
            return List.of(numbers(field, "joined"), builder.setter(field, texts, several("joined", field), ""));
        }
        if (field.type() instanceof TypeModel.Scalar) {
            return List.of(builder.setter(field, CoreTypes.PHONE_NUMBER, one(field), ""));
        }
        return List.of(numbers(field, "list"));
    }

    private MethodSpec numbers(FieldModel field, String method) {
        return builder.setter(field, ArrayTypeName.of(CoreTypes.PHONE_NUMBER), several(method, field), "").toBuilder()
                .varargs()
                .build();
    }
}
