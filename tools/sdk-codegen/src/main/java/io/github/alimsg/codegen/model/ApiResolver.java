package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.Compound;
import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Permissions;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Customization.Value;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Metadata.Parameter;
import io.github.alimsg.codegen.input.Metadata.Style;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Rename;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.input.SourcePosition;
import io.github.alimsg.codegen.model.OperationModel.ParameterModel;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides everything about an API: joins metadata, customization and documentation, and reports what does not fit. */
public final class ApiResolver {
    /** The methods of a client that are not operations. */
    private static final Set<String> CLIENT_METHODS = Set.of(
            "async",
            "settings",
            "connectionsInUse",
            "warmUp",
            "close",
            "withOptions",
            "create",
            "builder",
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "clone",
            "finalize",
            "notify",
            "notifyAll",
            "wait");

    /** Kinds whose text on the wire is not that of their value in Java. */
    private static final Set<Kind> WRITTEN_OTHERWISE =
            EnumSet.of(Kind.MILLIS, Kind.SECONDS, Kind.BASIC_DATE, Kind.YES_NO);

    private final Metadata metadata;
    private final Customization customization;
    private final Docs docs;
    private final Problems problems;
    private final Replies replies;
    private final Map<String, String> classNames = new HashMap<>();
    private final Map<String, String> methodNames = new HashMap<>();
    private final Set<String> valueTypeNames = new TreeSet<>();

    /**
     * Creates a resolver of one API.
     *
     * @param metadata the vendor's description
     * @param customization what the metadata does not say
     * @param docs our documentation
     * @param problems collects what does not fit
     */
    public ApiResolver(Metadata metadata, Customization customization, Docs docs, Problems problems) {
        this.metadata = metadata;
        this.customization = customization;
        this.docs = docs;
        this.problems = problems;
        this.replies = new Replies(metadata, customization, problems);
    }

    /** {@return the API as it will be generated; valid only when no problem was reported} */
    public ApiModel resolve() {
        checkProduct();
        List<ValueTypeModel> valueTypes = valueTypes();
        Map<String, OwnerModel> owners = owners();
        List<SharedModel> shared = share(owners);
        Map<String, OperationModel> operations = new TreeMap<>();
        for (Metadata.Operation operation : metadata.operations().values()) {
            operations.put(operation.name(), operation(operation, owners));
        }
        checkHelpers();
        reportUnmatched();
        Map<String, String> endpoints = new TreeMap<>(metadata.endpoints());
        endpoints.putAll(customization.endpoints().regions());
        return new ApiModel(
                customization.product(),
                metadata.product(),
                metadata.version(),
                endpoints,
                customization.endpoints().vpc(),
                customization.endpoints().other(),
                customization.errorKinds(),
                customization.errorForms(),
                customization.quotaWindows(),
                customization.homeNumbers(),
                new AreaResolver(customization, problems).resolve(),
                operations,
                shared,
                valueTypes,
                customization.helpers());
    }

    private void wrong(String wrong, String fix) {
        problems.add(SourcePosition.of(metadata.file()), wrong, fix);
    }

    private void unsupported(String operation, String wrong, String fix) {
        problems.addUnsupported(operation, SourcePosition.of(metadata.file()), wrong, fix);
    }

    private void checkProduct() {
        Customization.Product product = customization.product();
        if (!product.client().isEmpty() && !JavaNames.isFreeTypeName(product.client())) {
            wrong("'" + product.client() + "' cannot be the name of a client", "change product.client");
        }
        if (!product.packageName().isEmpty() && !JavaNames.isPackageName(product.packageName())) {
            wrong("'" + product.packageName() + "' cannot be the name of a package", "change product.package");
        }
        if (product.phoneForm() != null && !JavaNames.isFreeTypeName(product.phoneForm())) {
            wrong("'" + product.phoneForm() + "' cannot be the name of a class", "change product.phoneForm");
        }
    }

    private void checkHelpers() {
        customization.helpers().forEach((method, helper) -> {
            if (!isFreeClientMethod(method)) {
                problems.add(
                        helper.position(), "the client cannot have a method '" + method + "'", "give it another name");
            }
            if (!JavaNames.isFreeTypeName(helper.type())) {
                problems.add(
                        helper.position(),
                        "'" + helper.type() + "' cannot be the name of a helper's class",
                        "write the simple name of a class in the client's package");
            }
            String other = methodNames.putIfAbsent(method, "the helper " + method);
            if (other != null) {
                problems.add(
                        helper.position(),
                        "the helper and " + other + " both become the client's method '" + method + "'",
                        "give the helper another name");
            }
        });
    }

    private List<ValueTypeModel> valueTypes() {
        List<ValueTypeModel> types = new ArrayList<>();
        for (ValueType type : customization.valueTypes().values()) {
            if (!JavaNames.isFreeTypeName(type.name())) {
                problems.add(
                        type.position(),
                        "'" + type.name() + "' cannot be the name of a value type",
                        "choose a Java name that is not a class of java.lang or java.util");
            }
            String wrong = takeClassName(type.name(), "value type " + type.name());
            if (wrong != null) {
                problems.add(type.position(), wrong, "rename the value type");
            }
            valueTypeNames.add(type.name());
            types.add(new ValueTypeModel(
                    type.name(),
                    type.doc(),
                    constants(type),
                    type.inUpperCase(),
                    type.values().stream().allMatch(Value::isNumber)));
        }
        types.sort(Comparator.comparing(ValueTypeModel::name));
        return types;
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

    /** Class files of names that differ only in case would overwrite each other on some disks. */
    private @Nullable String takeClassName(String name, String what) {
        String other = classNames.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
        return other == null
                ? null
                : what + " and " + other + " would have the same class, or one that differs only in case";
    }

    private void takeClassNames(String operation, String base) {
        for (String suffix : List.of("Request", "Response")) {
            String wrong = takeClassName(base + suffix, "operation " + operation);
            if (wrong != null) {
                unsupported(
                        operation, wrong, "rename the value type, or omit the operation: omit: [" + operation + "]");
            }
        }
    }

    /** Requests and responses by the names of their classes, in the order of operations' names. */
    private Map<String, OwnerModel> owners() {
        Map<String, OwnerModel> owners = new LinkedHashMap<>();
        for (Metadata.Operation operation : new TreeMap<>(metadata.operations()).values()) {
            String name = operation.name();
            String request = requestName(operation);
            String response = responseName(operation);
            takeClassNames(name, JavaNames.type(name));
            owners.put(request, owner(name, Direction.REQUEST, request, parametersOf(operation)));
            Map<String, Schema> fields = replies.fields(operation, replies.success(operation));
            owners.put(response, owner(name, Direction.RESPONSE, response, fields));
        }
        return owners;
    }

    private static String requestName(Metadata.Operation operation) {
        return JavaNames.type(operation.name()) + "Request";
    }

    private static String responseName(Metadata.Operation operation) {
        return JavaNames.type(operation.name()) + "Response";
    }

    /** Finds the classes that are shared, and has the requests and responses use them. */
    private List<SharedModel> share(Map<String, OwnerModel> owners) {
        Map<String, List<StructModel>> uses = new TreeMap<>();
        Map<String, Integer> spellings = new HashMap<>();
        owners.values()
                .forEach(owner -> owner.nested()
                        .forEach((name, struct) -> uses.computeIfAbsent(name, same -> new ArrayList<>())
                                .add(struct)));
        uses.keySet().forEach(name -> spellings.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum));
        Set<String> names = new SharedNames(
                        uses,
                        customization.shared(),
                        name -> !classNames.containsKey(name.toLowerCase(Locale.ROOT))
                                && spellings.getOrDefault(name.toLowerCase(Locale.ROOT), 0) == 1,
                        problems)
                .find();
        SharedResolver resolver = new SharedResolver(metadata.file(), docs, problems);
        List<SharedModel> shared = new ArrayList<>();
        names.forEach(name ->
                shared.add(resolver.resolve(uses.getOrDefault(name, List.of())).sharing(names)));
        owners.replaceAll((name, owner) -> owner.sharing(names));
        return shared;
    }

    private OperationModel operation(Metadata.Operation operation, Map<String, OwnerModel> owners) {
        String name = operation.name();
        Success success = replies.success(operation);
        OwnerModel request = Objects.requireNonNull(owners.get(requestName(operation)));
        OwnerModel response = Objects.requireNonNull(owners.get(responseName(operation)));
        Customization.Pager given = customization.pagers().get(name);
        PagerModel pager = given == null
                ? null
                : new PagerResolver(name, given, request, response, problems).resolve(pagerMethod(name, given));
        String method = method(name);
        return new OperationModel(
                name,
                method,
                docs.ofOperation(name, operation.text()),
                deprecation(operation),
                customization.effects().getOrDefault(name, "CREATE"),
                customization.limits().getOrDefault(name, 0),
                message(operation),
                MessageIds.of(name, response, customization.messages().get(name), problems),
                success,
                permission(name),
                customization.errors().getOrDefault(name, List.of()),
                request,
                parameters(operation, request),
                response,
                pager,
                StrictFields.of(name, response, pager, customization.strict().getOrDefault(name, List.of()), problems),
                compounds(name, request),
                docs.exampleOf(name));
    }

    private @Nullable Message message(Metadata.Operation operation) {
        Message message = customization.messages().get(operation.name());
        if (message != null) {
            MessageChecks.check(operation.name(), parametersOf(operation), message, problems);
        }
        return message;
    }

    private List<CompoundModel> compounds(String operation, OwnerModel request) {
        List<CompoundModel> compounds = new ArrayList<>();
        for (Compound compound : customization.compounds().getOrDefault(operation, List.of())) {
            CompoundModel resolved = new CompoundResolver(
                            operation, compound, request.top(), customization.valueTypes(), problems)
                    .resolve();
            if (resolved != null) {
                compounds.add(resolved);
            }
        }
        return compounds;
    }

    private OwnerModel owner(String operation, Direction direction, String className, Map<String, Schema> members) {
        Set<String> taken = new TreeSet<>(valueTypeNames);
        taken.add(className);
        return new OwnerResolver(
                        metadata, customization, docs, problems, taken, FieldPath.top(operation, direction), className)
                .resolve(members);
    }

    private static Map<String, Schema> parametersOf(Metadata.Operation operation) {
        Map<String, Schema> members = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            members.put(parameter.name(), parameter.schema());
        }
        return members;
    }

    private List<ParameterModel> parameters(Metadata.Operation operation, OwnerModel request) {
        List<ParameterModel> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            FieldModel field = request.top().field(parameter.name());
            if (field != null && parameter.style() == Style.SIMPLE && !canBeJoined(field.type())) {
                unsupported(
                        operation.name(),
                        field(operation.name(), field) + " has style 'simple' and holds more than single values",
                        "omit the operation: omit: [" + operation.name() + "]");
            }
            if (field != null) {
                parameters.add(new ParameterModel(field, parameter.inForm(), parameter.style()));
            }
        }
        return parameters;
    }

    private static String field(String operation, FieldModel field) {
        return FieldPath.top(operation, Direction.REQUEST)
                .child(field.wireName())
                .toString();
    }

    /** Whether it is a single text, or a list whose items are written as they are. */
    private static boolean canBeJoined(TypeModel type) {
        if (type instanceof TypeModel.Items items) {
            return items.item() instanceof TypeModel.Open open && open.form() != TypeModel.OpenForm.UPPER_CASE
                    || items.item() instanceof TypeModel.Scalar scalar && !WRITTEN_OTHERWISE.contains(scalar.kind());
        }
        return type instanceof TypeModel.Open
                || type instanceof TypeModel.Scalar
                || type instanceof TypeModel.JsonMap
                || type instanceof TypeModel.JsonList
                || type instanceof TypeModel.JsonMaps;
    }

    private static boolean isFreeClientMethod(String name) {
        return JavaNames.isName(name) && !CLIENT_METHODS.contains(name);
    }

    private String method(String operation) {
        String given = customization.methodNames().get(operation);
        String method = given != null ? given : JavaNames.method(operation);
        if (!isFreeClientMethod(method)) {
            problems.addClash(
                    operation,
                    SourcePosition.of(metadata.file()),
                    "the operation " + operation + " cannot be the client's method '" + method + "'",
                    "name it: fieldNames: {" + operation + ": otherName}",
                    new Rename("fieldNames", operation, method, List.of()));
            return (JavaNames.isName(method + "_") ? method : "unnamed") + "_"; // so that a report can show the rest
        }
        takeMethod(method, operation, operation, "name one: fieldNames: {" + operation + ": otherName}");
        return method;
    }

    private String pagerMethod(String operation, Customization.Pager pager) {
        String given = pager.name();
        String method = given != null ? given : PagerNames.method(operation);
        String fix = "name it: pagers: {" + operation + ": {name: otherName, …}}";
        if (!isFreeClientMethod(method)) {
            problems.add(
                    pager.position(),
                    "the pager of " + operation + " cannot be the client's method '" + method + "'",
                    fix);
        }
        takeMethod(method, "the pager of " + operation, operation, fix);
        return method;
    }

    private void takeMethod(String method, String what, String operation, String fix) {
        String other = methodNames.putIfAbsent(method, what);
        if (other != null) {
            problems.addClash(
                    operation,
                    SourcePosition.of(metadata.file()),
                    what + " and " + other + " both become the client's method '" + method + "'",
                    fix,
                    new Rename("fieldNames", operation, JavaNames.method(operation), List.of()));
        }
    }

    private @Nullable String deprecation(Metadata.Operation operation) {
        String said = docs.deprecationOf(operation.name());
        if (said == null) {
            said = customization.deprecatedOperations().get(operation.name());
        }
        return said == null && operation.deprecated() ? "The service has deprecated it." : said;
    }

    private @Nullable String permission(String operation) {
        Permissions permissions = customization.permissions();
        if (permissions == null || permissions.none().contains(operation)) {
            return null;
        }
        return permissions.other().getOrDefault(operation, permissions.prefix() + operation);
    }

    private void reportUnmatched() {
        customization.names().reportUnmatched("an object", metadata.omitted());
        customization.fieldNames().reportUnmatched("a field", metadata.omitted());
        customization.unwrap().reportUnmatched("an object of a response with a single member", metadata.omitted());
        customization.valueFields().reportUnmatched("text or a whole number", metadata.omitted());
        customization.types().reportUnmatched("text or a number", metadata.omitted());
        customization.phoneNumbers().reportUnmatched("text of a request", metadata.omitted());
        customization.deprecatedFields().reportUnmatched("a field", metadata.omitted());
        customization.sensitive().reportUnmatched("a field", metadata.omitted());
        docs.report(metadata.omitted().isEmpty());
    }
}
