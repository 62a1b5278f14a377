package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.core.wire.MessageFacts.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what the customization says of an operation's messages with the parameters that it has. */
final class MessageChecks {
    private final String operation;
    private final Map<String, Schema> parameters;
    private final Message message;
    private final Problems problems;

    private MessageChecks(String operation, Map<String, Schema> parameters, Message message, Problems problems) {
        this.operation = operation;
        this.parameters = parameters;
        this.message = message;
        this.problems = problems;
    }

    /**
     * Reports every path that is not in the request.
     *
     * @param operation the operation's name
     * @param parameters its parameters
     * @param message what is said of its messages
     * @param problems collects what does not fit
     */
    static void check(String operation, Map<String, Schema> parameters, Message message, Problems problems) {
        var checks = new MessageChecks(operation, parameters, message, problems);
        checks.path("to", message.to(), true);
        checks.path("sender", message.sender(), true);
        checks.path("text", message.text(), true);
        checks.path("template", message.template(), true);
        checks.path("values", message.values(), false);
        checks.path("category", message.category(), true);
        checks.path("ownId", message.ownId(), true);
        if (message.form() != Form.ONE && (message.to() == null || message.to().contains("."))) {
            checks.wrong("'form' of " + operation + " has no single parameter to apply to", "remove it");
        }
    }

    /** A parameter, or a member of the items of a list of objects. */
    private void path(String key, @Nullable String path, boolean single) {
        if (path == null) {
            return;
        }
        String[] names = path.split("\\.", -1);
        Schema schema = parameters.get(names[0]);
        if (names.length > 1) {
            Schema items = schema == null ? null : schema.items();
            schema = names.length == 2 && items != null ? items.properties().get(names[1]) : null;
        }
        if (schema == null || single && !schema.isScalar()) {
            wrong(
                    "'" + path + "' in messages is not a single value in the request of " + operation,
                    "fix '" + key + "': a parameter, or a member of a list's items as List.Member");
        }
    }

    private void wrong(String what, String fix) {
        problems.add(message.position(), what, fix);
    }
}
