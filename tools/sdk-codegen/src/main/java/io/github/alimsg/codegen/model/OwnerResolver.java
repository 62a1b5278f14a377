package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.ValueField;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.FieldType;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.PhoneStyle;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Rename;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.input.SourcePosition;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Problems problems;
    private final Set<String> takenClassNames;
    private final FieldPath top;
    private final String ownerName;

    private final Map<String, StructModel> nested = new LinkedHashMap<>();
    private final Map<String, String> structsOfReferences = new HashMap<>();
    private final Set<String> referencesInProgress = new HashSet<>();
    private final Deque<String> enclosing = new ArrayDeque<>();
    private final StructUnion union;

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
        this.problems = problems;
        this.takenClassNames = takenClassNames;
        this.top = top;
        this.ownerName = ownerName;
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
                    clash(
                            parent.child(other.wireName()) + " and " + parent.child(wireName) + " both become '"
                                    + member + "' in Java",
                            "give one another name: fieldNames: {" + parent.child(wireName) + ": otherName}",
                            fieldName(parent.child(wireName), field.javaName()));
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
        Schema object = resolved(schema);
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
        TypeModel type = type(path, schema);
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

    private void unsupported(String wrong, String fix) {
        problems.addUnsupported(top.operation(), SourcePosition.of(metadata.file()), wrong, fix);
    }

    private void clash(String wrong, String fix, @Nullable Rename rename) {
        problems.addClash(top.operation(), SourcePosition.of(metadata.file()), wrong, fix, rename);
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
            SourcePosition position = customization.phoneNumbers().placeOf(path);
            problems.add(
                    position == null ? SourcePosition.of(metadata.file()) : position,
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
            SourcePosition position = customization.fieldNames().placeOf(path);
            if (JavaNames.isFreeMemberName(given, nested)) {
                return given;
            }
            problems.add(
                    position == null ? SourcePosition.of(metadata.file()) : position,
                    "'" + given + "' cannot be the name of a field",
                    "choose one that is a Java name and not taken by every model");
            return given + "_";
        }
        Set<String> others = new HashSet<>(siblings);
        others.remove(object == null ? path.name() : object);
        String derived = MemberNames.of(path.name(), type, object != null, nested, others);
        if (derived.isEmpty()) {
            clash(
                    path + " has no letter that is allowed in a Java name",
                    "name it: fieldNames: {\"" + path + "\": someName}",
                    fieldName(path, "unnamed"));
            return "unnamed";
        }
        return derived;
    }

    private static @Nullable Rename fieldName(FieldPath path, String name) {
        return canBeSelected(path) ? new Rename("fieldNames", path.toString(), name, List.of()) : null;
    }

    /** A selector knows dots only between names. */
    private static boolean canBeSelected(FieldPath path) {
        return path.names().stream().noneMatch(name -> name.contains(".") || name.equals("*") || name.equals("**"));
    }

    private static @Nullable Rename className(FieldPath path, String name) {
        if (!canBeSelected(path)) {
            return null;
        }
        List<String> parents = new ArrayList<>();
        for (int i = path.names().size() - 2; i >= 0; i--) {
            parents.add(JavaNames.type(path.names().get(i)));
        }
        parents.add(JavaNames.type(path.operation()));
        parents.remove("");
        return new Rename("names", path.toString(), name, parents);
    }

    /** The type of a field; what the customization says about it applies to the innermost item of its lists. */
    private TypeModel type(FieldPath path, Schema schema) {
        Schema inner = innermost(schema);
        boolean text = inner.type().equals("string");
        boolean single = text || inner.type().equals("integer") || inner.type().equals("number");
        FieldType type = customization.types().find(path, single);
        ValueField open =
                customization.valueFields().find(path, text || inner.type().equals("integer"));
        if (type != null && open != null) {
            SourcePosition position = customization.valueFields().placeOf(path);
            problems.add(
                    position == null ? SourcePosition.of(metadata.file()) : position,
                    path + " has a type and is a value of " + open.type(),
                    "remove it from types or from values");
        }
        if (type != null && type.isJsonText() && !resolved(schema).type().equals("string")) {
            problems.add(
                    placeOfType(path),
                    path + " is not a single text, so it cannot be JSON as text",
                    "give it another type, or none");
            type = null;
        }
        if (type != null && type.isOfText() && !text) {
            problems.add(placeOfType(path), path + " is not text", "give it another type, or none");
            type = null;
        }
        if (open != null && !text) {
            checkNumbers(path, open.type());
        }
        return typeOf(path, schema, new Said(type, open, false));
    }

    private void checkNumbers(FieldPath path, String name) {
        ValueType type = customization.valueTypes().get(name);
        if (type != null) {
            type.values().stream()
                    .filter(value -> !value.isNumber())
                    .forEach(value -> problems.add(
                            value.position(),
                            path + " is a number, and the value '" + value.wire() + "' of " + name + " is none",
                            "remove the value, or give the field another type"));
        }
    }

    private SourcePosition placeOfType(FieldPath path) {
        SourcePosition position = customization.types().placeOf(path);
        return position == null ? SourcePosition.of(metadata.file()) : position;
    }

    /**
     * What is known about a field apart from its schema.
     *
     * @param type the type that the customization gives it
     * @param open the value type that the customization gives it
     * @param many whether it has several values, and so a plural name
     */
    private record Said(@Nullable FieldType type, @Nullable ValueField open, boolean many) {
        Said several() {
            return new Said(type, open, true);
        }
    }

    private Schema innermost(Schema schema) {
        Schema inner = resolved(schema);
        for (int depth = 0; depth < 20; depth++) {
            Schema deeper = inner.type().equals("array") ? inner.items() : isMap(inner) ? inner.additional() : null;
            if (deeper == null) {
                break;
            }
            inner = resolved(deeper);
        }
        return inner;
    }

    private static boolean isMap(Schema schema) {
        return schema.type().equals("object") && schema.properties().isEmpty() && schema.additional() != null;
    }

    private Schema resolved(Schema schema) {
        Schema found = schema;
        for (int depth = 0; depth < 20 && found.reference() != null; depth++) {
            Schema target = metadata.schemas().get(found.reference());
            if (target == null) {
                return Schema.ANY;
            }
            found = target;
        }
        return found;
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
            case "string", "integer", "number", "boolean" -> single(path, schema, said);
            default -> {
                unsupported(
                        path + " is of type '" + schema.type() + "', which cannot be generated",
                        "omit the operation: omit: [" + top.operation() + "]");
                yield new TypeModel.Any();
            }
        };
    }

    private TypeModel referenced(FieldPath path, String reference, Said said) {
        Schema target = metadata.schemas().get(reference);
        if (target == null) {
            problems.warn(
                    SourcePosition.of(metadata.file()),
                    path + " refers to the schema '" + reference + "', which is not there, and may be anything");
            return new TypeModel.Any();
        }
        if (target.reference() == null && !target.properties().isEmpty()) {
            String known = structsOfReferences.get(reference);
            return known != null ? new TypeModel.Struct(known) : struct(path, target, reference, reference, false);
        }
        if (!referencesInProgress.add(reference)) {
            unsupported(
                    path + " refers to the schema '" + reference + "', which only refers to itself",
                    "omit the operation: omit: [" + top.operation() + "]");
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

    private TypeModel single(FieldPath path, Schema schema, Said said) {
        boolean text = schema.type().equals("string");
        String format = schema.format() == null ? "" : schema.format();
        if (format.equals("binary")) {
            unsupported(
                    path + " holds binary data, which cannot be generated",
                    "omit the operation: omit: [" + top.operation() + "]");
        }
        if (said.type() != null) {
            return typeSaid(said.type(), text);
        }
        ValueField open = said.open();
        if (open != null && (text || schema.type().equals("integer"))) {
            OpenForm form = open.inUpperCase() ? OpenForm.UPPER_CASE : OpenForm.TEXT;
            return new TypeModel.Open(open.type(), text ? form : OpenForm.NUMBER);
        }
        return switch (schema.type()) {
            case "boolean" -> new Scalar(Kind.BOOLEAN, false);
            case "integer" -> new Scalar(format.equals("int32") ? Kind.INTEGER : Kind.LONG, false);
            case "number" -> new Scalar(Kind.DOUBLE, false);
            default -> new Scalar(Kind.TEXT, true);
        };
    }

    private TypeModel typeSaid(FieldType type, boolean text) {
        boolean request = top.direction() == Direction.REQUEST;
        TypeModel plainText = new Scalar(Kind.TEXT, true);
        return switch (type) {
            case INSTANT -> new Scalar(Kind.MILLIS, text);
            case INSTANT_SECONDS -> new Scalar(Kind.SECONDS, text);
            case INSTANT_TEXT -> new Scalar(Kind.MOMENT, true);
            case DATE -> new Scalar(Kind.DATE, true);
            case BASIC_DATE -> new Scalar(Kind.BASIC_DATE, true);
            case BOOLEAN -> new Scalar(Kind.BOOLEAN, true);
            case YES_NO -> new Scalar(Kind.YES_NO, true);
            case LONG -> new Scalar(Kind.LONG, text);
            case INTEGER -> new Scalar(Kind.INTEGER, text);
            case DOUBLE -> new Scalar(Kind.DOUBLE, text);
            case RATE -> new Scalar(Kind.RATE, text);
            case DECIMAL -> new Scalar(Kind.DECIMAL, text);
            case TEXT -> plainText;
            case JSON_MAP_TEXT -> request ? new TypeModel.JsonMap() : new TypeModel.Members(plainText);
            case JSON_LIST_TEXT -> request ? new TypeModel.JsonList() : new TypeModel.Items(plainText);
            case JSON_MAPS_TEXT -> maps(new TypeModel.JsonMaps(plainText));
            case JSON_OBJECTS_TEXT -> maps(new TypeModel.JsonMaps(new TypeModel.Any()));
        };
    }

    private TypeModel maps(TypeModel.JsonMaps maps) {
        return top.direction() == Direction.REQUEST ? maps : maps.list();
    }

    private TypeModel struct(FieldPath path, Schema schema, String wireName, @Nullable String reference, boolean many) {
        String name = className(path, wireName, many);
        if (reference != null) {
            structsOfReferences.put(reference, name);
        }
        boolean first = !nested.containsKey(name);
        if (first) {
            nested.put(name, new StructModel(name, path, List.of())); // keeps its position in the order
        }
        enclosing.push(name);
        StructModel struct = new StructModel(name, path, fields(schema.properties(), path));
        enclosing.pop();
        if (customization.shared().containsKey(name)) {
            nested.compute(
                    name,
                    (same, known) ->
                            known == null || known.fields().isEmpty() ? struct : union.of(List.of(known, struct)));
        } else if (first) {
            nested.put(name, struct);
        } else {
            reportOtherShape(struct);
        }
        if (first) {
            reportSameButForCase(struct);
        }
        return new TypeModel.Struct(name);
    }

    private void reportSameButForCase(StructModel struct) {
        for (StructModel other : nested.values()) {
            if (!other.name().equals(struct.name()) && other.name().equalsIgnoreCase(struct.name())) {
                clash(
                        "the classes of " + other.path() + " and " + struct.path() + ", " + other.name() + " and "
                                + struct.name() + ", differ only in case",
                        "name one: names: {" + struct.path() + ": OtherName}",
                        className(struct.path(), struct.name()));
            }
        }
    }

    private void reportOtherShape(StructModel struct) {
        StructModel other = nested.get(struct.name());
        if (other != null && !other.sameShape(struct)) {
            clash(
                    other.path() + " and " + struct.path() + " are both called " + struct.name() + " but differ",
                    "name one: names: {" + struct.path() + ": OtherName}, or list " + struct.name() + " in shared",
                    className(struct.path(), struct.name()));
        }
    }

    private String className(FieldPath path, String wireName, boolean many) {
        String given = customization.names().find(path, true);
        if (given != null) {
            if (!isFree(given)) {
                SourcePosition position = customization.names().placeOf(path);
                problems.addClash(
                        path.operation(),
                        position == null ? SourcePosition.of(metadata.file()) : position,
                        "'" + given + "' cannot be the name of a class in " + ownerName,
                        "choose a Java name that is neither a value type nor a class of java.lang or java.util",
                        className(path, given));
            }
            return JavaNames.isName(given) ? given : "Unnamed";
        }
        String derived = JavaNames.type(many ? JavaNames.singular(wireName) : wireName);
        if (!isFree(derived) || enclosing.contains(derived)) {
            int above = path.names().size() - 2;
            String parent = above < 0 ? path.operation() : path.names().get(above);
            derived = JavaNames.type(parent) + derived;
        }
        if (!isFree(derived) || enclosing.contains(derived)) {
            clash(
                    path + " needs the name of a class",
                    "name it: names: {" + path + ": SomeName}",
                    className(path, derived.isEmpty() ? "Item" : derived));
        }
        return derived.isEmpty() ? "Item" : derived;
    }

    private boolean isFree(String name) {
        return JavaNames.isFreeTypeName(name) && !takenClassNames.contains(name);
    }
}
