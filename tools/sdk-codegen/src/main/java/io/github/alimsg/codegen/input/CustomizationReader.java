package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Endpoints;
import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Customization.Product;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Customization.ValueField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code customization.yaml}: checks which sections it has, and leaves each to the reader of its subject. Checks
 * every operation's name against the metadata.
 */
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

    private final String file;
    private final Metadata metadata;
    private final Problems problems;

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
        var sections = new Sections(file, YamlValue.read(file, yaml, problems).entries(SECTIONS), metadata, problems);
        checkOmissions(sections);
        var operations = new OperationsReader(sections);
        var errors = new ErrorsReader(sections);
        var patterns = new PatternsReader(problems);
        var fields = new FieldsReader(sections);
        var methods = new MethodsReader(sections);
        Map<String, String> effects = operations.effects();
        SelectorTable<ValueField> valueFields = new SelectorTable<>("values", problems);
        SelectorTable<String> fieldNames = new SelectorTable<>("fieldNames", problems);
        SelectorTable<String> deprecatedFields = new SelectorTable<>("deprecated", problems);
        return new Customization(
                product(sections),
                endpoints(sections),
                success(sections),
                new LinkedHashSet<>(sections.operations(sections.items("successByStatus"))),
                effects,
                operations.limits(),
                operations.areas(),
                operations.permissions(),
                errors.errors(),
                errors.kinds(),
                errors.forms(),
                patterns.quotaWindows(sections.entries("quotaWindows").values()),
                patterns.homeNumbers(sections.entries("homeNumbers").values()),
                messages(sections, effects),
                fields.texts("names"),
                fieldNames,
                fields.textsOfBoth("fieldNames", fieldNames),
                fields.selected("unwrap"),
                fields.shared(),
                new ValueTypesReader(sections).read(valueFields),
                valueFields,
                fields.types(),
                fields.phoneNumbers(),
                deprecatedFields,
                fields.textsOfBoth("deprecated", deprecatedFields),
                fields.selected("sensitive"),
                methods.pagers(),
                methods.strict(),
                methods.helpers(),
                methods.compounds());
    }

    /** {@link Omissions} has read them already. */
    private void checkOmissions(Sections sections) {
        sections.operations(sections.items(Omissions.NAMED));
        YamlValue unsupported = sections.value(Omissions.UNSUPPORTED);
        if (unsupported != null && !Omissions.UNSUPPORTED_WORDS.contains(unsupported.text())) {
            problems.add(
                    unsupported.position(),
                    "'" + unsupported.text() + "' is nothing that can be done with what cannot be generated",
                    "use one of " + String.join(", ", Omissions.UNSUPPORTED_WORDS));
        }
    }

    private static Product product(Sections sections) {
        Parts parts = sections.parts(
                "product",
                List.of("client", "package", "title", "defaultRegion", "phoneForm"),
                List.of("client", "package", "title", "defaultRegion"));
        return new Product(
                parts.text("client"),
                parts.text("package"),
                parts.text("title"),
                parts.text("defaultRegion"),
                parts.textOrNull("phoneForm"));
    }

    private static Endpoints endpoints(Sections sections) {
        Parts parts = sections.parts("endpoints", List.of("other", "regions", "vpc"), List.of("other"));
        return new Endpoints(parts.text("other"), parts.textsByKey("regions"), parts.textsByKey("vpc"));
    }

    private static Success success(Sections sections) {
        Parts parts = sections.parts("success", List.of("code", "message"), List.of("message"));
        return new Success(parts.textOrNull("code"), parts.text("message"));
    }

    private Map<String, Message> messages(Sections sections, Map<String, String> effects) {
        return new MessagesReader(problems)
                .read(
                        sections.entries("messages").values(),
                        sections.position("messages"),
                        effects,
                        metadata.omitted());
    }
}
