package io.github.alimsg.codegen.output;

import io.github.alimsg.codegen.model.OperationModel;
import java.util.ArrayList;
import java.util.List;

/** The facts about an operation, as sentences. */
final class OperationDocs {
    private OperationDocs() {}

    /** The operation's text and facts as javadoc. */
    static String javadoc(OperationModel operation, JavadocText javadoc) {
        return javadoc(operation, javadoc, List.of());
    }

    /** The operation's text, its facts and further ones as javadoc. */
    static String javadoc(OperationModel operation, JavadocText javadoc, List<String> further) {
        var text = new StringBuilder(javadoc.of(operation.text())).append("\n\n<ul>\n");
        List<String> facts = facts(operation);
        facts.addAll(further);
        for (String fact : facts) {
            text.append("<li>").append(fact).append("</li>\n");
        }
        return text.append("</ul>").toString();
    }

    /** The operation's example as javadoc; empty when it has none. */
    static String example(OperationModel operation) {
        return operation.example() == null
                ? ""
                : "\n\n<pre>{@code\n" + operation.example().strip() + "\n}</pre>";
    }

    private static List<String> facts(OperationModel operation) {
        List<String> facts = new ArrayList<>();
        if (operation.callsPerSecond() > 0) {
            facts.add(limit(operation) + ".");
        }
        facts.add(effect(operation.effect()) + ".");
        if (operation.permission() != null) {
            facts.add("Permission: " + JavadocText.code(operation.permission()) + ".");
        }
        if (!operation.errorCodes().isEmpty()) {
            List<String> codes =
                    operation.errorCodes().stream().map(JavadocText::code).toList();
            facts.add(JavadocText.wrapped("Error codes to expect: " + String.join(", ", codes) + "."));
        }
        return facts;
    }

    private static String limit(OperationModel operation) {
        int limit = operation.callsPerSecond();
        return "At most " + limit + (limit == 1 ? " call" : " calls") + " a second per account";
    }

    /** What an effect means for repeats, without the final full stop. */
    static String effect(String effect) {
        return switch (effect) {
            case "READ" -> "A read: repeated after a lost reply";
            case "UPDATE" -> "Sets a state: repeated after a lost reply only by opt-in";
            case "DELETE" -> "Removes something: repeated after a lost reply only by opt-in";
            case "REPORT" -> "Reports a figure: repeated after a lost reply only by opt-in";
            case "SEND" -> "Sends a message: never repeated once it may have arrived";
            case "SENDS_CODE" -> "Makes the service send a code: never repeated once it may have arrived";
            case "ONE_TIME" -> "Works once: never repeated once it may have arrived";
            default -> "Makes something new: never repeated once it may have arrived";
        };
    }
}
