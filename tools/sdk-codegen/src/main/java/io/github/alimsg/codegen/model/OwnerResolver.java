package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.PhoneStyle;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.model.SingleTypes.Said;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides names and types of everything in one request or response. */
final class OwnerResolver {
    private final Metadata metadata;
    private final Customization customization;
    private final Docs docs;
    private final FieldPath top;
    private final String ownerName;
    private final OwnerProblems problems;
    private final SingleTypes singles;
    private final NestedNames names;
    private final StructUnion union;

    private final Map<String, StructModel> nested = new LinkedHashMap<>();
    private final Map<String, String> structsOfReferences = new HashMap<>();
    private final Set<String> referencesInProgress = new HashSet<>();

    OwnerResolver(
            Metadata metadata,
            Customization customization,
            Docs docs,
            Problems problems,
            Set<String> takenClassNames,
            FieldPath top,
            String ownerName) {
        this.metadata = metadata;
        this.customization = customization;
        this.docs = docs;
        this.top = top;
        this.ownerName = ownerName;
        this.problems = new OwnerProblems(problems, metadata.file(), top);
        this.singles = new SingleTypes(metadata, customization, top.direction(), this.problems);
        this.names = new NestedNames(ownerName, customization.names(), takenClassNames, this.problems);
        this.union = new StructUnion(metadata.file(), problems);
    }

    OwnerModel resolve(Map<String, Schema> members) {
        List<FieldModel> fields = fields(members, top);
        return new OwnerModel(new StructModel(ownerName, top, fields), nested, Map.of());
    }

    private List<FieldModel> fields(Map<String, Schema> members, FieldPath parent) {
        List<FieldModel> fields = new ArrayList<>();
        Map<String, FieldModel> byMember = new HashMap<>();
        members.forEach((wireName, schema) -> {
            FieldModel field = field(parent.child(wireName), schema, members.keySet());
            for (String member : membersOf(field)) {
                FieldModel other = byMember.putIfAbsent(member, field);
                if (other != null) {
                    problems.addClash(
                            null,
                            parent.child(other.wireName()) + " and " + parent.child(wireName) + " both become '"
                                    + member + "' in Java",
                            "give one another name: fieldNames: {" + parent.child(wireName) + ": otherName}",
                            Renames.ofField(parent.child(wireName), field.javaName()));
                    return;
                }
            }
            fields.add(field);
        });
        return List.copyOf(fields);
    }

    private static List<String> membersOf(FieldModel field) {
        return field.isJsonText() ? List.of(field.javaName(), field.javaName() + "Json") : List.of(field.javaName());
    }

    private FieldModel field(FieldPath path, Schema schema, Set<String> siblings) {
        Schema object = metadata.resolvedOrAny(schema);
        boolean single = top.direction() == Direction.RESPONSE
                && object.type().equals("object")
                && object.properties().size() == 1;
        if (customization.unwrap().find(path, single) == null) {
            return field(path, null, schema, siblings);
        }
        Map.Entry<String, Schema> only =
                object.properties().entrySet().iterator().next();
        return field(path.child(only.getKey()), path.name(), only.getValue(), siblings);
    }

    /** A field, or the only member of an object that it replaces. */
    private FieldModel field(FieldPath path, @Nullable String object, Schema schema, Set<String> siblings) {
        String deprecated = customization.deprecatedFields().find(path, true);
        if (deprecated == null && schema.deprecated()) {
            deprecated = "The service has deprecated it.";
        }
        TypeModel type = typeOf(path, schema, singles.said(path, schema));
        return new FieldModel(
                object == null ? path.name() : object,
                memberName(path, type, object, siblings),
                type,
                top.direction() == Direction.REQUEST && schema.required(),
                isSensitive(path),
                deprecated,
                phone(path, type),
                docs.ofField(path, vendorText(schema)),
                object == null ? null : path.name());
    }

    private @Nullable String vendorText(Schema schema) {
        Schema target = schema.text() == null ? metadata.resolved(schema) : schema;
        return target == null ? null : target.text();
    }

    private @Nullable PhoneModel phone(FieldPath path, TypeModel type) {
        TypeModel plainText = new Scalar(Kind.TEXT, true);
        boolean single = type.equals(plainText);
        boolean several = type instanceof TypeModel.JsonList || type.equals(new TypeModel.Items(plainText));
        PhoneStyle style =
                customization.phoneNumbers().find(path, top.direction() == Direction.REQUEST && (single || several));
        if (style == null || style == PhoneStyle.AS_WRITTEN) {
            return null;
        }
        if (style == PhoneStyle.OWN_LIST && several) {
            problems.add(
                    customization.phoneNumbers().placeOf(path),
                    path + " is a list already, so its numbers are not separated by commas",
                    "use own");
        }
        Customization.Product product = customization.product();
        return new PhoneModel(style, style.isOwn() ? product.phoneForm() : null, product.packageName() + ".model");
    }

    /** Whatever is inside something sensitive is sensitive too, even when it is printed by itself. */
    private boolean isSensitive(FieldPath path) {
        boolean sensitive = false;
        FieldPath above = FieldPath.top(path.operation(), path.direction());
        for (String name : path.names()) {
            above = above.child(name);
            sensitive |= customization.sensitive().find(above, true) != null;
        }
        return sensitive;
    }

    private String memberName(FieldPath path, TypeModel type, @Nullable String object, Set<String> siblings) {
        boolean nested = path.names().size() > (object == null ? 1 : 2);
        String given = customization.fieldNames().find(path, true);
        if (given != null) {
            if (JavaNames.isFreeMemberName(given, nested)) {
                return given;
            }
            problems.add(
                    customization.fieldNames().placeOf(path),
                    "'" + given + "' cannot be the name of a field",
                    "choose one that is a Java name and not taken by every model");
            return given + "_";
        }
        Set<String> others = new HashSet<>(siblings);
        others.remove(object == null ? path.name() : object);
        String derived = MemberNames.of(path.name(), type, object != null, nested, others);
        if (derived.isEmpty()) {
            problems.addClash(
                    null,
                    path + " has no letter that is allowed in a Java name",
                    "name it: fieldNames: {\"" + path + "\": someName}",
                    Renames.ofField(path, "unnamed"));
            return "unnamed";
        }
        return derived;
    }

    private TypeModel typeOf(FieldPath path, Schema schema, Said said) {
        String reference = schema.reference();
        if (reference != null) {
            return referenced(path, reference, said);
        }
        return switch (schema.type()) {
            case "object" -> object(path, schema, said);
            case "array" -> {
                Schema items = schema.items();
                yield new TypeModel.Items(items == null ? new TypeModel.Any() : typeOf(path, items, said.several()));
            }
            case "any" -> new TypeModel.Any();
            case "string", "integer", "number", "boolean" -> singles.of(path, schema, said);
            default -> {
                problems.addUnsupported(path + " is of type '" + schema.type() + "', which cannot be generated");
                yield new TypeModel.Any();
            }
        };
    }

    private TypeModel referenced(FieldPath path, String reference, Said said) {
        Schema target = metadata.schemas().get(reference);
        if (target == null) {
            problems.warn(path + " refers to the schema '" + reference + "', which is not there, and may be anything");
            return new TypeModel.Any();
        }
        if (target.reference() == null && !target.properties().isEmpty()) {
            String known = structsOfReferences.get(reference);
            return known != null ? new TypeModel.Struct(known) : struct(path, target, reference, reference, false);
        }
        if (!referencesInProgress.add(reference)) {
            problems.addUnsupported(path + " refers to the schema '" + reference + "', which only refers to itself");
            return new TypeModel.Any();
        }
        TypeModel type = typeOf(path, target, said);
        referencesInProgress.remove(reference);
        return type;
    }

    private TypeModel object(FieldPath path, Schema schema, Said said) {
        if (!schema.properties().isEmpty()) {
            return struct(path, schema, path.name(), null, said.many());
        }
        Schema additional = schema.additional();
        TypeModel value = additional == null ? new TypeModel.Any() : typeOf(path, additional, said.several());
        if (value instanceof TypeModel.Any && top.direction() == Direction.RESPONSE) {
            return value; // the service sends bare values where it declares such an object
        }
        return new TypeModel.Members(value);
    }

    private TypeModel struct(FieldPath path, Schema schema, String wireName, @Nullable String reference, boolean many) {
        String name = names.nameOf(path, wireName, many);
        if (reference != null) {
            structsOfReferences.put(reference, name);
        }
        StructModel before = nested.get(name);
        if (before == null) {
            nested.put(name, new StructModel(name, path, List.of())); // keeps its position in the order
        }
        names.enter(name);
        StructModel struct = new StructModel(name, path, fields(schema.properties(), path));
        names.leave();
        if (customization.shared().containsKey(name)) {
            nested.compute(
                    name,
                    (same, known) ->
                            known == null || known.fields().isEmpty() ? struct : union.of(List.of(known, struct)));
        } else if (before == null) {
            nested.put(name, struct);
        } else {
            names.reportOtherShape(nested.getOrDefault(name, struct), struct);
        }
        if (before == null) {
            names.reportSameButForCase(struct, nested.values());
        }
        return new TypeModel.Struct(name);
    }
}
