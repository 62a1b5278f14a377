package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Area;
import io.github.alimsg.codegen.input.Customization.Compound;
import io.github.alimsg.codegen.input.Customization.Endpoints;
import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Pager;
import io.github.alimsg.codegen.input.Customization.PagerStyle;
import io.github.alimsg.codegen.input.Customization.Permissions;
import io.github.alimsg.codegen.input.Customization.Product;
import io.github.alimsg.codegen.input.Customization.Strict;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Customization.Value;
import io.github.alimsg.codegen.input.Customization.ValueField;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.retry.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code customization.yaml}. Checks every operation's name against the metadata. */
public final class CustomizationReader {
    private static final List<String> SECTIONS = List.of(
            "product",
            "endpoints",
            "success",
            "successByStatus",
            Omissions.NAMED,
            Omissions.UNSUPPORTED,
            "effects",
            "limits",
            "areas",
            "permissions",
            "errors",
            "errorCodes",
            "errorForms",
            "quotaWindows",
            "homeNumbers",
            "messages",
            "names",
            "fieldNames",
            "unwrap",
            "shared",
            "values",
            "types",
            "phoneNumbers",
            "deprecated",
            "sensitive",
            "pagers",
            "strict",
            "helpers",
            "compounds");
    private static final List<String> EFFECTS = names(Effect.values());
    private static final List<String> ERROR_KINDS = names(ErrorKind.values());
    private static final int USUAL_PAGE = 20;

    private final String file;
    private final Metadata metadata;
    private final Problems problems;
    private Map<String, Entry> sections = Map.of();

    /**
     * Creates a reader of one file.
     *
     * @param file its name in messages
     * @param metadata the API it is about
     * @param problems collects what is wrong with it
     */
    public CustomizationReader(String file, Metadata metadata, Problems problems) {
        this.file = file;
        this.metadata = metadata;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param yaml its content
     * @return the customization
     */
    public Customization read(String yaml) {
        sections = YamlValue.read(file, yaml, problems).entries(SECTIONS);
        checkOmissions();
        PatternsReader patterns = new PatternsReader(problems);
        Map<String, String> effects = effects();
        SelectorTable<ValueField> valueFields = new SelectorTable<>("values", problems);
        SelectorTable<String> fieldNames = new SelectorTable<>("fieldNames", problems);
        SelectorTable<String> deprecatedFields = new SelectorTable<>("deprecated", problems);
        return new Customization(
                product(),
                endpoints(),
                success(),
                new LinkedHashSet<>(operations(section("successByStatus"))),
                effects,
                limits(),
                areas(),
                permissions(),
                errors(),
                errorKinds(),
                patterns.errorForms(entries("errorForms").values(), ERROR_KINDS),
                patterns.quotaWindows(entries("quotaWindows").values()),
                patterns.homeNumbers(entries("homeNumbers").values()),
                messages(effects),
                texts("names"),
                fieldNames,
                fieldsAndOperations("fieldNames", fieldNames),
                selected("unwrap"),
                shared(),
                valueTypes(valueFields),
                valueFields,
                types(),
                phoneNumbers(),
                deprecatedFields,
                fieldsAndOperations("deprecated", deprecatedFields),
                selected("sensitive"),
                pagers(),
                strict(),
                helpers(),
                compounds());
    }

    private Map<String, SourcePosition> shared() {
        Map<String, SourcePosition> shared = new LinkedHashMap<>();
        YamlValue section = section("shared");
        if (section != null) {
            section.items().forEach(item -> shared.put(item.text(), item.position()));
        }
        return shared;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private @Nullable YamlValue section(String name) {
        Entry entry = sections.get(name);
        return entry == null ? null : entry.value();
    }

    private Map<String, Entry> entries(String section) {
        YamlValue value = section(section);
        return value == null ? Map.of() : value.entries();
    }

    private Map<String, Entry> entries(String section, List<String> known, List<String> needed) {
        YamlValue value = section(section);
        if (value == null) {
            problems.add(
                    SourcePosition.of(file),
                    "'" + section + "' is missing",
                    "add it with " + String.join(", ", needed));
            return Map.of();
        }
        Map<String, Entry> entries = value.entries(known);
        for (String name : needed) {
            if (!entries.containsKey(name)) {
                problems.add(value.position(), "'" + section + "' has no '" + name + "'", "add it");
            }
        }
        return entries;
    }

    private static String text(Map<String, Entry> entries, String name) {
        Entry entry = entries.get(name);
        return entry == null ? "" : entry.value().text();
    }

    private static @Nullable String textOrNull(Map<String, Entry> entries, String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.value().text();
    }

    /** {@link Omissions} has read them already. */
    private void checkOmissions() {
        operations(section(Omissions.NAMED));
        Entry unsupported = sections.get(Omissions.UNSUPPORTED);
        if (unsupported != null
                && !Omissions.UNSUPPORTED_WORDS.contains(unsupported.value().text())) {
            problems.add(
                    unsupported.value().position(),
                    "'" + unsupported.value().text() + "' is nothing that can be done with what cannot be generated",
                    "use one of " + String.join(", ", Omissions.UNSUPPORTED_WORDS));
        }
    }

    private Product product() {
        Map<String, Entry> entries = entries(
                "product",
                List.of("client", "package", "title", "defaultRegion", "phoneForm"),
                List.of("client", "package", "title", "defaultRegion"));
        return new Product(
                text(entries, "client"),
                text(entries, "package"),
                text(entries, "title"),
                text(entries, "defaultRegion"),
                textOrNull(entries, "phoneForm"));
    }

    private Endpoints endpoints() {
        Map<String, Entry> entries = entries("endpoints", List.of("other", "regions", "vpc"), List.of("other"));
        return new Endpoints(text(entries, "other"), textsOf(entries.get("regions")), textsOf(entries.get("vpc")));
    }

    private static Map<String, String> textsOf(@Nullable Entry entry) {
        Map<String, String> texts = new TreeMap<>();
        if (entry != null) {
            entry.value()
                    .entries()
                    .forEach((key, value) -> texts.put(key, value.value().text()));
        }
        return texts;
    }

    private Success success() {
        Map<String, Entry> entries = entries("success", List.of("code", "message"), List.of("message"));
        return new Success(textOrNull(entries, "code"), text(entries, "message"));
    }

    private Map<String, String> effects() {
        Map<String, String> effects = new HashMap<>();
        for (Entry entry : entries("effects").values()) {
            if (!EFFECTS.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "'" + entry.key() + "' is not an effect",
                        "use one of " + String.join(", ", EFFECTS));
            }
            assign(effects, entry.value(), entry.key(), "effects");
        }
        everyOperation(effects.keySet(), "effects");
        return effects;
    }

    private Map<String, Integer> limits() {
        Map<String, Integer> limits = new HashMap<>();
        for (Entry entry : entries("limits").values()) {
            assign(limits, entry.value(), count(entry.key(), entry.position()), "limits");
        }
        return limits;
    }

    private int count(String text, SourcePosition position) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        problems.add(position, "'" + text + "' is not a count", "write a whole number above 0");
        return 1;
    }

    private <T> void assign(Map<String, T> facts, YamlValue operations, T fact, String section) {
        for (YamlValue item : operations.items()) {
            String operation = operation(item.text(), item.position());
            if (operation != null && facts.put(operation, fact) != null) {
                problems.add(item.position(), operation + " is listed twice in " + section, "keep one of them");
            }
        }
    }

    private void everyOperation(Set<String> found, String section) {
        Entry entry = sections.get(section);
        SourcePosition position = entry == null ? SourcePosition.of(file) : entry.position();
        for (String operation : metadata.operations().keySet()) {
            if (!found.contains(operation)) {
                problems.add(
                        position,
                        operation + " is missing in " + section,
                        "add it: every operation must be listed once");
            }
        }
    }

    private @Nullable String operation(String name, SourcePosition position) {
        if (metadata.operations().containsKey(name)) {
            return name;
        }
        if (metadata.omitted().contains(name)) {
            return null;
        }
        problems.add(position, "no operation is called '" + name + "'", "remove it, or fix its name");
        return null;
    }

    private List<String> operations(@Nullable YamlValue list) {
        List<String> operations = new ArrayList<>();
        if (list != null) {
            for (YamlValue item : list.items()) {
                String operation = operation(item.text(), item.position());
                if (operation != null && operations.contains(operation)) {
                    problems.add(item.position(), operation + " is listed twice", "keep one of them");
                } else if (operation != null) {
                    operations.add(operation);
                }
            }
        }
        return operations;
    }

    private List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        Map<String, String> areaOf = new HashMap<>();
        YamlValue section = section("areas");
        if (section != null) {
            for (YamlValue item : section.items()) {
                Map<String, Entry> entries = item.entries(List.of("id", "client", "title", "operations"));
                List<String> operations = new ArrayList<>();
                Entry list = entries.get("operations");
                if (!entries.containsKey("id") || !entries.containsKey("title") || list == null) {
                    problems.add(item.position(), "the area is incomplete", "give it id, title and operations");
                    continue;
                }
                String id = text(entries, "id");
                assign(areaOf, list.value(), id, "areas");
                for (YamlValue operation : list.value().items()) {
                    if (metadata.operations().containsKey(operation.text())) {
                        operations.add(operation.text());
                    }
                }
                areas.add(new Area(
                        id, textOrNull(entries, "client"), text(entries, "title"), operations, item.position()));
            }
        }
        everyOperation(areaOf.keySet(), "areas");
        return areas;
    }

    private @Nullable Permissions permissions() {
        if (section("permissions") == null) {
            return null;
        }
        Map<String, Entry> entries = entries("permissions", List.of("prefix", "none", "other"), List.of("prefix"));
        Entry none = entries.get("none");
        Map<String, String> other = new HashMap<>();
        Entry others = entries.get("other");
        if (others != null) {
            for (Entry entry : others.value().entries().values()) {
                String operation = operation(entry.key(), entry.position());
                if (operation != null) {
                    other.put(operation, entry.value().text());
                }
            }
        }
        return new Permissions(
                text(entries, "prefix"), new LinkedHashSet<>(operations(none == null ? null : none.value())), other);
    }

    private Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new HashMap<>();
        YamlValue section = section("errors");
        if (section == null) {
            return errors;
        }
        for (YamlValue item : section.items()) {
            Map<String, Entry> entries = item.entries(List.of("codes", "operations"));
            Entry codes = entries.get("codes");
            Entry operations = entries.get("operations");
            if (codes == null || operations == null) {
                problems.add(item.position(), "the entry is incomplete", "give it codes and operations");
                continue;
            }
            List<String> texts =
                    codes.value().items().stream().map(YamlValue::text).toList();
            for (String operation : operations(operations.value())) {
                List<String> all = errors.computeIfAbsent(operation, name -> new ArrayList<>());
                texts.stream().filter(code -> !all.contains(code)).forEach(all::add);
            }
        }
        return errors;
    }

    private Map<String, Helper> helpers() {
        Map<String, Helper> helpers = new TreeMap<>();
        for (Entry entry : entries("helpers").values()) {
            Map<String, Entry> entries = entry.value().entries(List.of("type", "text", "operations"));
            Entry operations = entries.get("operations");
            if (!entries.containsKey("type") || !entries.containsKey("text")) {
                problems.add(
                        entry.position(), "the helper '" + entry.key() + "' is incomplete", "give it type and text");
                continue;
            }
            helpers.put(
                    entry.key(),
                    new Helper(
                            text(entries, "type"),
                            text(entries, "text"),
                            operations(operations == null ? null : operations.value()),
                            entry.position()));
        }
        return helpers;
    }

    private Map<String, String> errorKinds() {
        Map<String, String> kinds = new TreeMap<>();
        for (Entry entry : entries("errorCodes").values()) {
            if (!ERROR_KINDS.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "'" + entry.key() + "' is not an error category",
                        "use one of " + String.join(", ", ERROR_KINDS));
            }
            for (YamlValue item : entry.value().items()) {
                if (kinds.put(item.text(), entry.key()) != null) {
                    problems.add(item.position(), item.text() + " is listed twice in errorCodes", "keep one of them");
                }
            }
        }
        return kinds;
    }

    private Map<String, Message> messages(Map<String, String> effects) {
        Entry section = sections.get("messages");
        return new MessagesReader(problems)
                .read(
                        entries("messages").values(),
                        section == null ? SourcePosition.of(file) : section.position(),
                        effects,
                        metadata.omitted());
    }

    private SelectorTable<String> texts(String section) {
        SelectorTable<String> table = new SelectorTable<>(section, problems);
        for (Entry entry : entries(section).values()) {
            table.add(entry.key(), entry.value().text(), entry.position());
        }
        return table;
    }

    /** Keys with dots are selectors; the others are operations. */
    private Map<String, String> fieldsAndOperations(String section, SelectorTable<String> fields) {
        Map<String, String> operations = new HashMap<>();
        for (Entry entry : entries(section).values()) {
            Links.check(entry.value().text(), entry.value().position(), metadata, problems);
            if (entry.key().contains(".")) {
                fields.add(entry.key(), entry.value().text(), entry.position());
            } else if (operation(entry.key(), entry.position()) != null) {
                operations.put(entry.key(), entry.value().text());
            }
        }
        return operations;
    }

    private SelectorTable<FieldType> types() {
        SelectorTable<FieldType> table = new SelectorTable<>("types", problems);
        for (Entry entry : entries("types").values()) {
            FieldType type = FieldType.of(entry.value().text());
            if (type == null) {
                problems.add(
                        entry.value().position(),
                        "'" + entry.value().text() + "' is not a type",
                        "use one of " + FieldType.words());
            } else {
                table.add(entry.key(), type, entry.position());
            }
        }
        return table;
    }

    private SelectorTable<PhoneStyle> phoneNumbers() {
        SelectorTable<PhoneStyle> table = new SelectorTable<>("phoneNumbers", problems);
        boolean anyOwn = false;
        for (Entry entry : entries("phoneNumbers").values()) {
            PhoneStyle style = PhoneStyle.of(entry.value().text());
            if (style == null) {
                problems.add(
                        entry.value().position(),
                        "'" + entry.value().text() + "' is not a form of phone numbers",
                        "use one of " + PhoneStyle.words());
            } else {
                table.add(entry.key(), style, entry.position());
                anyOwn |= style.isOwn();
            }
        }
        checkPhoneForm(anyOwn);
        return table;
    }

    private void checkPhoneForm(boolean needed) {
        YamlValue product = section("product");
        boolean given = product != null && product.isMap() && product.entries().containsKey("phoneForm");
        if (product != null && needed != given) {
            problems.add(
                    product.position(),
                    needed ? "'product' has no 'phoneForm'" : "no field has phone numbers in the product's own form",
                    needed ? "name the class that writes phone numbers in their own form" : "remove 'phoneForm'");
        }
    }

    private Map<String, ValueType> valueTypes(SelectorTable<ValueField> fields) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (Entry entry : entries("values").values()) {
            Map<String, Entry> parts = entry.value().entries(List.of("doc", "values", "fields", "upperCase"));
            Entry values = parts.get("values");
            Entry selectors = parts.get("fields");
            if (!parts.containsKey("doc") || values == null || selectors == null) {
                problems.add(
                        entry.position(),
                        "value type " + entry.key() + " is incomplete",
                        "give it doc, values and fields");
                continue;
            }
            List<Value> known = new ArrayList<>();
            values.value().entries().values().forEach(value -> known.add(value(value)));
            if (known.isEmpty()) {
                problems.add(
                        entry.position(), "value type " + entry.key() + " has no values", "add some, or remove it");
            }
            Links.check(text(parts, "doc"), entry.position(), metadata, problems);
            Entry upperCase = parts.get("upperCase");
            types.put(
                    entry.key(),
                    new ValueType(entry.key(), text(parts, "doc"), known, upperCase != null, entry.position()));
            for (YamlValue selector : selectors.value().items()) {
                fields.add(selector.text(), new ValueField(entry.key(), false), selector.position());
            }
            for (YamlValue selector :
                    upperCase == null ? List.<YamlValue>of() : upperCase.value().items()) {
                fields.add(selector.text(), new ValueField(entry.key(), true), selector.position());
            }
        }
        return types;
    }

    private Value value(Entry entry) {
        String name = null;
        String text;
        if (entry.value().isMap()) {
            Map<String, Entry> parts = entry.value().entries(List.of("name", "text"));
            name = textOrNull(parts, "name");
            text = text(parts, "text");
        } else {
            text = entry.value().text();
        }
        if (text.isBlank()) {
            problems.add(entry.position(), "the value '" + entry.key() + "' is not documented", "say what it means");
        }
        Links.check(text, entry.position(), metadata, problems);
        return new Value(entry.key(), name, text, entry.position());
    }

    private SelectorTable<Boolean> selected(String section) {
        SelectorTable<Boolean> table = new SelectorTable<>(section, problems);
        YamlValue list = section(section);
        if (list != null) {
            for (YamlValue item : list.items()) {
                table.add(item.text(), true, item.position());
            }
        }
        return table;
    }

    private Map<String, Pager> pagers() {
        Map<String, Pager> pagers = new TreeMap<>();
        for (Entry entry : entries("pagers").values()) {
            String operation = operation(entry.key(), entry.position());
            Pager pager = pager(entry);
            if (operation != null && pager != null) {
                pagers.put(operation, pager);
            }
        }
        return pagers;
    }

    private @Nullable Pager pager(Entry entry) {
        Map<String, Entry> parts = entry.value()
                .entries(List.of("name", "style", "page", "size", "items", "total", "token", "next", "defaultSize"));
        String word = text(parts, "style");
        PagerStyle style = null;
        for (PagerStyle known : PagerStyle.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
                style = known;
            }
        }
        if (style == null) {
            problems.add(entry.position(), "pager style '" + word + "' is unknown", "use number, token or single");
            return null;
        }
        List<String> needed = switch (style) {
            case NUMBER -> List.of("page", "items");
            case TOKEN -> List.of("token", "next", "items");
            case SINGLE -> List.of("items");
        };
        for (String name : needed) {
            if (!parts.containsKey(name)) {
                problems.add(entry.position(), "the pager of " + entry.key() + " has no '" + name + "'", "add it");
                return null;
            }
        }
        Entry size = parts.get("defaultSize");
        return new Pager(
                textOrNull(parts, "name"),
                style,
                textOrNull(parts, "page"),
                textOrNull(parts, "size"),
                text(parts, "items"),
                textOrNull(parts, "total"),
                textOrNull(parts, "token"),
                textOrNull(parts, "next"),
                size == null ? USUAL_PAGE : count(size.value().text(), size.position()),
                entry.position());
    }

    private Map<String, List<Strict>> strict() {
        Map<String, List<Strict>> strict = new TreeMap<>();
        for (Entry entry : entries("strict").values()) {
            String operation = operation(entry.key(), entry.position());
            if (operation != null) {
                strict.put(
                        operation,
                        entry.value().items().stream()
                                .map(item -> new Strict(item.text(), item.position()))
                                .toList());
            }
        }
        return strict;
    }

    private Map<String, List<Compound>> compounds() {
        Map<String, List<Compound>> compounds = new TreeMap<>();
        for (Entry entry : entries("compounds").values()) {
            String operation = operation(entry.key(), entry.position());
            if (operation != null) {
                List<Compound> ofOperation = new ArrayList<>();
                entry.value().entries().values().forEach(method -> ofOperation.add(compound(method)));
                compounds.put(operation, ofOperation);
            }
        }
        return compounds;
    }

    private Compound compound(Entry entry) {
        Map<String, Entry> parts = entry.value().entries(List.of("doc", "type", "reads", "takes", "sets", "excludes"));
        boolean typed = parts.containsKey("type");
        if (!parts.containsKey("doc") || typed != parts.containsKey("reads") || typed == parts.containsKey("takes")) {
            problems.add(
                    entry.position(),
                    "compound " + entry.key() + " is incomplete",
                    "give it doc, and either type and reads, or takes");
        }
        Links.check(text(parts, "doc"), entry.position(), metadata, problems);
        return new Compound(
                entry.key(),
                text(parts, "doc"),
                textOrNull(parts, "type"),
                textsOf(parts.get("reads")),
                listOf(parts.get("takes")),
                textsOf(parts.get("sets")),
                listOf(parts.get("excludes")),
                entry.position());
    }

    private static List<String> listOf(@Nullable Entry entry) {
        return entry == null
                ? List.of()
                : entry.value().items().stream().map(YamlValue::text).toList();
    }
}
