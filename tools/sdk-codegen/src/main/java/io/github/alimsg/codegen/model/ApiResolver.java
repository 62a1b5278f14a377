package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.Compound;
import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Permissions;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Metadata.Parameter;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.input.SourcePosition;
import java.util.ArrayList;
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
    private final Metadata metadata;
    private final Customization customization;
    private final Docs docs;
    private final Problems problems;
    private final Replies replies;
    private final ModelNames classNames = new ModelNames();
    private final ClientMethods methods;

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
        this.methods = new ClientMethods(metadata, customization, problems);
    }

    /** {@return the API as it will be generated; valid only when no problem was reported} */
    public ApiModel resolve() {
        checkProduct();
        List<ValueTypeModel> valueTypes = new ValueTypeResolver(classNames, problems)
                .resolve(customization.valueTypes().values());
        Map<String, OwnerModel> owners = owners();
        List<SharedModel> shared = share(owners);
        Map<String, OperationModel> operations = new TreeMap<>();
        for (Metadata.Operation operation : metadata.operations().values()) {
            operations.put(operation.name(), operation(operation, owners));
        }
        methods.checkHelpers();
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

    private void takeClassNames(String operation, String base) {
        for (String suffix : List.of("Request", "Response")) {
            String wrong = classNames.take(base + suffix, "operation " + operation);
            if (wrong != null) {
                problems.addUnsupported(
                        operation,
                        SourcePosition.of(metadata.file()),
                        wrong,
                        "rename the value type, or omit the operation: omit: [" + operation + "]");
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
                        name -> classNames.isFree(name)
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
                : new PagerResolver(name, given, request, response, problems).resolve(methods.ofPager(name, given));
        String method = methods.ofOperation(name);
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
                new ParameterResolver(metadata, problems).resolve(operation, request),
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
        Set<String> taken = new TreeSet<>(customization.valueTypes().keySet());
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
