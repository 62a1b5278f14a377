package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.Success;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.input.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells an answer's data from what it says about the call. */
final class Replies {
    private static final Schema NOT_DESCRIBED =
            new Schema("object", null, null, Map.of(), null, null, false, false, null);

    private final Metadata metadata;
    private final Customization customization;
    private final Problems problems;

    Replies(Metadata metadata, Customization customization, Problems problems) {
        this.metadata = metadata;
        this.customization = customization;
        this.problems = problems;
    }

    /**
     * Where an operation's answer says whether the call succeeded. One that is described, and without a code, leaves it
     * to the HTTP status.
     *
     * @param operation the operation
     * @return the rule
     */
    Success success(Metadata.Operation operation) {
        Success rule = customization.success();
        String code = rule.code();
        if (code == null) {
            return rule;
        }
        boolean listed = customization.successByStatus().contains(operation.name());
        Map<String, Schema> fields = responseSchema(operation).properties();
        boolean hasCode = fields.entrySet().stream()
                .anyMatch(field -> field.getKey().equalsIgnoreCase(code) && isSingle(field.getValue()));
        if (listed && !hasCode && !fields.isEmpty()) {
            problems.add(
                    SourcePosition.of(metadata.file()),
                    operation.name() + " is listed in successByStatus but its reply has no '" + code + "'",
                    "remove it there: its HTTP status says it already");
        }
        return listed || !hasCode && !fields.isEmpty() ? new Success(null, rule.message()) : rule;
    }

    private Schema responseSchema(Metadata.Operation operation) {
        Schema schema = operation.response() == null ? null : metadata.resolved(operation.response());
        return schema == null ? NOT_DESCRIBED : schema;
    }

    /**
     * The fields of an operation's answer that are its data.
     *
     * @param operation the operation
     * @param success where the answer says whether the call succeeded
     * @return their shapes by name
     */
    Map<String, Schema> fields(Metadata.Operation operation, Success success) {
        Map<String, Schema> members = new LinkedHashMap<>();
        responseSchema(operation).properties().forEach((name, schema) -> {
            if (!isEnvelope(name, schema, success)) {
                members.put(name, schema);
            }
        });
        return members;
    }

    /** The base class has these; the engine takes them from every answer. What is no single value is data. */
    private boolean isEnvelope(String name, Schema schema, Success success) {
        String code = success.code() == null ? "Code" : success.code();
        return name.equals("AccessDeniedDetail")
                || isSingle(schema)
                        && (name.equalsIgnoreCase(code)
                                || name.equalsIgnoreCase(success.message())
                                || name.equalsIgnoreCase("RequestId")
                                || name.equals("Success"));
    }

    private boolean isSingle(Schema schema) {
        Schema resolved = metadata.resolved(schema);
        return resolved == null || resolved.isScalar() || resolved.type().equals("any");
    }
}
