package io.github.alimsg.codegen.output;

import io.github.alimsg.codegen.input.Customization.Area;
import io.github.alimsg.codegen.input.Links;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.Locale;
import java.util.regex.Matcher;

/** Writes the index of an API's operations, in Markdown. */
final class OperationsIndex {
    private final ApiModel api;

    OperationsIndex(ApiModel api) {
        this.api = api;
    }

    /** {@return the name of the file} */
    String fileName() {
        return "operations-" + api.code().toLowerCase(Locale.ROOT) + "-" + api.version() + ".md";
    }

    /** {@return the text of the file} */
    String text() {
        var text = new StringBuilder("# ").append(api.product().title()).append(": operations\n\n");
        text.append("API `")
                .append(api.code())
                .append("` ")
                .append(api.version())
                .append(", client `");
        text.append(api.clientPackage())
                .append('.')
                .append(api.product().client())
                .append("`, ");
        text.append(api.operations().size()).append(" operations. Generated; do not edit.\n\n");
        text.append(
                        "Limit: documented calls a second per account. Effect: whether a call is repeated after a lost reply ")
                .append("(`READ` always; `UPDATE`, `DELETE`, `REPORT` by opt-in; the others never).\n");
        for (Area area : api.areas()) {
            text.append("\n## ").append(area.title()).append("\n\n");
            text.append("| operation | method | what it does | limit | effect |\n|---|---|---|---:|---|\n");
            for (String name : area.operations()) {
                row(text, api.operation(name));
            }
        }
        return text.toString();
    }

    private void row(StringBuilder text, OperationModel operation) {
        text.append("| ").append(operation.name());
        text.append(" | `").append(operation.method()).append("` | ");
        if (operation.deprecated() != null) {
            text.append("*Deprecated.* ");
        }
        text.append(cell(JavadocText.sentence(operation.text())));
        text.append(" | ").append(operation.callsPerSecond() == 0 ? "" : operation.callsPerSecond());
        text.append(" | ").append(operation.effect()).append(" |\n");
    }

    private String cell(String words) {
        return Links.CODE_OR_LINK
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null
                                ? found.group()
                                : "`" + api.operation(found.group(2)).method() + "`"))
                .replace("|", "\\|");
    }
}
