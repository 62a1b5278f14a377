package io.github.alimsg.codegen.output;

import io.github.alimsg.codegen.input.Links;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.model.FieldNames;
import io.github.alimsg.codegen.model.OperationModel;
import java.util.Locale;
import java.util.regex.Matcher;

/** Writes the index of an API's operations, in Markdown. */
final class OperationsIndex {
    private final ApiModel api;
    private final FieldNames names;

    OperationsIndex(ApiModel api, FieldNames names) {
        this.api = api;
        this.names = names;
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
        if (api.areas().stream().anyMatch(area -> area.type() != null)) {
            text.append(
                    "\nEach area is an interface of its own in the client's package; the client is all of them.\n\n");
            text.append("| area | interface | operations |\n|---|---|---:|\n");
            api.areas().forEach(area -> row(text, area));
        }
        for (AreaModel area : api.areas()) {
            text.append("\n## ").append(area.title()).append("\n\n");
            if (area.type() != null) {
                text.append("Interface `").append(area.type()).append("`.\n\n");
            }
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
        text.append(cell(operation));
        if (operation.pager() != null) {
            text.append(" Item by item: `").append(operation.pager().method()).append("`.");
        }
        text.append(" | ").append(operation.callsPerSecond() == 0 ? "" : operation.callsPerSecond());
        text.append(" | ").append(operation.effect()).append(" |\n");
    }

    private void row(StringBuilder text, AreaModel area) {
        text.append("| [")
                .append(area.title())
                .append("](#")
                .append(anchor(area.title()))
                .append(") | ");
        text.append(area.type() == null ? "" : "`" + area.type() + "`");
        text.append(" | ").append(area.operations().size()).append(" |\n");
    }

    /** What GitHub calls a heading in links. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The first sentence of an operation's text, with names of Java. */
    private String cell(OperationModel about) {
        return Links.CODE_OR_LINK
                .matcher(JavadocText.sentence(about.text()))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null
                                ? "`" + names.inOperation(about.name(), found.group(1)) + "`"
                                : method(found.group(2))))
                .replace("|", "\\|");
    }

    private String method(String name) {
        OperationModel operation = api.operations().get(name);
        return "`" + (operation == null ? name : operation.method()) + "`";
    }
}
