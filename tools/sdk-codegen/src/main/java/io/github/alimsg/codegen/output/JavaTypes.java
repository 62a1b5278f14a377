package io.github.alimsg.codegen.output;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The Java types of fields. */
final class JavaTypes {
    private static final ClassName TEXT = ClassName.get(String.class);
    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName MAP = ClassName.get(Map.class);

    private final String modelPackage;
    private final ClassName owner;

    /**
     * The types as one request or response sees them, or a class that several share.
     *
     * @param modelPackage the package of the models
     * @param owner the request or response, which holds the nested classes, or the shared class
     */
    JavaTypes(String modelPackage, ClassName owner) {
        this.modelPackage = modelPackage;
        this.owner = owner;
    }

    ClassName owner() {
        return owner;
    }

    ClassName struct(TypeModel.Struct struct) {
        return struct.shared() ? ClassName.get(modelPackage, struct.name()) : owner.nestedClass(struct.name());
    }

    ClassName valueType(String name) {
        return ClassName.get(modelPackage, name);
    }

    /** The type that accessors return; numbers boxed. */
    TypeName of(TypeModel type) {
        if (type instanceof TypeModel.Scalar scalar) {
            return boxed(scalar.kind());
        }
        if (type instanceof TypeModel.Open open) {
            return valueType(open.name());
        }
        if (type instanceof TypeModel.Struct struct) {
            return struct(struct);
        }
        if (type instanceof TypeModel.Items items) {
            return ParameterizedTypeName.get(LIST, inside(items.item()));
        }
        if (type instanceof TypeModel.Members members) {
            return ParameterizedTypeName.get(MAP, TEXT, inside(members.value()));
        }
        if (type instanceof TypeModel.JsonMap) {
            return ParameterizedTypeName.get(MAP, TEXT, TEXT);
        }
        if (type instanceof TypeModel.JsonList) {
            return ParameterizedTypeName.get(LIST, TEXT);
        }
        if (type instanceof TypeModel.JsonMaps maps) {
            return of(maps.list());
        }
        return ClassName.OBJECT;
    }

    /** The type inside a list or map: plain values may include a JSON null. */
    private TypeName inside(TypeModel type) {
        return nullableIfAny(type, of(type));
    }

    private static TypeName nullableIfAny(TypeModel type, TypeName name) {
        return type instanceof TypeModel.Any ? nullable(name) : name;
    }

    static TypeName nullable(TypeName type) {
        return type.annotated(CoreTypes.NULLABLE);
    }

    /** The type that setters take: numbers as primitives, plain values of any kind. */
    TypeName parameter(TypeModel type) {
        if (type instanceof TypeModel.Scalar scalar && of(type).isBoxedPrimitive()) {
            return boxed(scalar.kind()).unbox();
        }
        if (!holdsAny(type)) {
            return of(type);
        }
        if (type instanceof TypeModel.JsonMaps maps) {
            return parameter(maps.list());
        }
        if (type instanceof TypeModel.Items items) {
            return ParameterizedTypeName.get(LIST, anythingLike(items.item()));
        }
        if (type instanceof TypeModel.Members members) {
            return ParameterizedTypeName.get(MAP, TEXT, anythingLike(members.value()));
        }
        return ClassName.OBJECT;
    }

    private TypeName anythingLike(TypeModel type) {
        return WildcardTypeName.subtypeOf(nullableIfAny(type, parameter(type)));
    }

    /** Whether it contains plain values, at any depth. */
    static boolean holdsAny(TypeModel type) {
        if (type instanceof TypeModel.Items items) {
            return holdsAny(items.item());
        }
        if (type instanceof TypeModel.Members members) {
            return holdsAny(members.value());
        }
        if (type instanceof TypeModel.JsonMaps maps) {
            return holdsAny(maps.value());
        }
        return type instanceof TypeModel.Any;
    }

    private static TypeName boxed(Kind kind) {
        return switch (kind) {
            case TEXT -> TEXT;
            case INTEGER -> TypeName.INT.box();
            case LONG -> TypeName.LONG.box();
            case BOOLEAN, YES_NO -> TypeName.BOOLEAN.box();
            case DOUBLE, RATE -> TypeName.DOUBLE.box();
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case MILLIS, SECONDS, MOMENT -> ClassName.get(Instant.class);
            case DATE, BASIC_DATE -> ClassName.get(LocalDate.class);
        };
    }
}
