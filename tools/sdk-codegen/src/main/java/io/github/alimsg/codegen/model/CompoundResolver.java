package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Compound;
import io.github.alimsg.codegen.input.Customization.Value;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.CompoundModel.CompoundPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the names in a compound to fields of the request, and checks that they are suitable. */
final class CompoundResolver {
    private final String operation;
    private final Compound compound;
    private final StructModel request;
    private final Map<String, ValueType> valueTypes;
    private final Problems problems;
    private boolean failed;

    CompoundResolver(
            String operation,
            Compound compound,
            StructModel request,
            Map<String, ValueType> valueTypes,
            Problems problems) {
        this.operation = operation;
        this.compound = compound;
        this.request = request;
        this.valueTypes = valueTypes;
        this.problems = problems;
    }

    /** {@return the compound; null when a problem was reported} */
    @Nullable
    CompoundModel resolve() {
        checkName();
        String type = compound.type();
        if (type != null && !(type.contains(".") && JavaNames.isPackageName(type))) {
            wrong("type '" + type + "' is not a class", "write its name with its package");
        }
        List<CompoundPart> parts = new ArrayList<>();
        compound.sets().forEach((name, text) -> {
            FieldModel field = text("sets", name);
            if (field != null) {
                checkValue(field, text);
                parts.add(new CompoundPart(field, text, false));
            }
        });
        compound.reads().forEach((name, method) -> {
            if (!JavaNames.isName(method)) {
                wrong("'" + method + "' in reads is not a method", "write only the method's name");
            }
            FieldModel field = text("reads", name);
            if (field != null) {
                parts.add(new CompoundPart(field, method, true));
            }
        });
        List<FieldModel> takes = fields("takes", compound.takes());
        List<FieldModel> excludes = fields("excludes", compound.excludes());
        return failed ? null : new CompoundModel(compound.method(), compound.doc(), type, takes, parts, excludes);
    }

    /**
     * With a class of its own as parameter, it may have the name of a field's setter; otherwise it could be one of
     * them.
     */
    private void checkName() {
        String method = compound.method();
        boolean isSetter = compound.type() == null
                && request.fields().stream().anyMatch(field -> field.javaName().equals(method));
        String slot = CompoundModel.slotName(method);
        boolean slotTaken =
                request.fields().stream().anyMatch(field -> field.javaName().equals(slot));
        if (!JavaNames.isFreeMemberName(method, false) || isSetter || slotTaken) {
            wrong("a builder cannot have a method of this name", "choose another name");
        }
    }

    private List<FieldModel> fields(String section, List<String> names) {
        List<FieldModel> fields = new ArrayList<>();
        for (String name : names) {
            FieldModel field = field(section, name);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private @Nullable FieldModel field(String section, String name) {
        FieldModel field = request.field(name);
        if (field == null) {
            wrong("'" + name + "' in " + section + " is not a field of the request", "remove it, or fix the wire name");
        }
        return field;
    }

    private @Nullable FieldModel text(String section, String name) {
        FieldModel field = field(section, name);
        boolean isText = field == null
                || field.type() instanceof TypeModel.Open
                || field.type() instanceof TypeModel.Scalar scalar && scalar.kind() == TypeModel.Kind.TEXT;
        if (!isText) {
            wrong("'" + name + "' in " + section + " is not text", "take fields that hold text");
            return null;
        }
        return field;
    }

    private void checkValue(FieldModel field, String text) {
        if (field.type() instanceof TypeModel.Open open) {
            ValueType type = valueTypes.get(open.name());
            if (type != null && type.values().stream().map(Value::wire).noneMatch(text::equals)) {
                wrong("'" + text + "' is not a value of " + open.name(), "use one that is listed, or add it there");
            }
        }
    }

    private void wrong(String wrong, String fix) {
        failed = true;
        problems.add(compound.position(), "compound " + compound.method() + " of " + operation + ": " + wrong, fix);
    }
}
