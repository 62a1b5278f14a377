package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Value;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides the open value types and the names of their constants. */
final class ValueTypeResolver {
    private final ModelNames names;
    private final Problems problems;

    ValueTypeResolver(ModelNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** {@return the types, by name} */
    List<ValueTypeModel> resolve(Collection<ValueType> types) {
        return types.stream()
                .map(this::resolve)
                .sorted(Comparator.comparing(ValueTypeModel::name))
                .toList();
    }

    private ValueTypeModel resolve(ValueType type) {
        if (!JavaNames.isFreeTypeName(type.name())) {
            problems.add(
                    type.position(),
                    "'" + type.name() + "' cannot be the name of a value type",
                    "choose a Java name that is not a class of java.lang or java.util");
        }
        String wrong = names.take(type.name(), "value type " + type.name());
        if (wrong != null) {
            problems.add(type.position(), wrong, "rename the value type");
        }
        return new ValueTypeModel(
                type.name(),
                type.doc(),
                constants(type),
                type.inUpperCase(),
                type.values().stream().allMatch(Value::isNumber));
    }

    private List<ValueTypeModel.Constant> constants(ValueType type) {
        List<ValueTypeModel.Constant> constants = new ArrayList<>();
        Map<String, Value> byName = new HashMap<>();
        for (Value value : type.values()) {
            String given = value.name();
            String name = given != null ? given : JavaNames.constant(value.wire());
            if (!JavaNames.isName(name) || name.equals("KNOWN")) {
                problems.add(
                        value.position(),
                        "the value '" + value.wire() + "' of " + type.name() + " cannot be the name of a constant",
                        "name it: {name: SOME_NAME, text: …}");
                continue;
            }
            Value other = byName.putIfAbsent(name, value);
            if (other != null) {
                problems.add(
                        value.position(),
                        "the values '" + other.wire() + "' and '" + value.wire() + "' of " + type.name()
                                + " both become " + name,
                        "name one: {name: SOME_NAME, text: …}");
                continue;
            }
            constants.add(new ValueTypeModel.Constant(name, value.wire(), value.text()));
        }
        return constants;
    }
}
