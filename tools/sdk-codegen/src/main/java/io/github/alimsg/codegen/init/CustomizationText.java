package io.github.alimsg.codegen.init;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.alimsg.codegen.input.Customization.Product;
import io.github.alimsg.codegen.input.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Writes a customization. */
final class CustomizationText {
    private static final List<String> EFFECTS = List.of("READ", "UPDATE", "DELETE", "CREATE", "SEND", "SENDS_CODE");

    private final StringBuilder text = new StringBuilder();
    private final Predicate<String> isOmitted;

    private CustomizationText(Predicate<String> isOmitted) {
        this.isOmitted = isOmitted;
    }

    static String of(Metadata metadata, Product product, SuccessGuess success, Settled settled) {
        var writer = new CustomizationText(settled.omitted()::containsKey);
        writer.head(metadata, product, success);
        writer.omitted(settled.omitted());
        writer.effects(metadata);
        writer.messages(metadata);
        writer.areas(AreaGuess.of(metadata));
        writer.names("names", settled.names());
        writer.names("fieldNames", settled.fieldNames());
        return writer.text.toString();
    }

    private void head(Metadata metadata, Product product, SuccessGuess success) {
        line(
                "# Guessed from metadata.json. Confirm the effects: they decide what is repeated when an answer was lost.");
        line("product:");
        line("  client: " + quoted(product.client()));
        line("  package: " + quoted(product.packageName()));
        line("  title: " + quoted(product.title()));
        line("  defaultRegion: " + quoted(product.defaultRegion()));
        line("endpoints: {other: " + quoted(EndpointGuess.of(metadata).other()) + "}");
        String code = success.code() == null ? "" : "code: " + success.code() + ", ";
        line("success: {" + code + "message: " + success.message() + "}");
    }

    private void omitted(Map<String, String> omitted) {
        if (!omitted.isEmpty()) {
            line("omit:");
            omitted.forEach((operation, reason) -> {
                line("  # " + reason.replaceAll("\\s+", " "));
                line("  - " + quoted(operation));
            });
        }
    }

    private void effects(Metadata metadata) {
        Map<String, Map<String, List<String>>> byEffect = new LinkedHashMap<>();
        EFFECTS.forEach(effect -> byEffect.put(effect, new TreeMap<>()));
        for (String operation : metadata.operations().keySet()) {
            EffectGuess guess = EffectGuess.of(operation);
            byEffect.getOrDefault(guess.effect(), new TreeMap<>())
                    .computeIfAbsent(guess.certain() ? "" : guess.reason(), reason -> new ArrayList<>())
                    .add(operation);
        }
        line("effects:");
        byEffect.forEach((effect, byReason) -> {
            if (byReason.values().stream()
                    .anyMatch(operations -> !operations.stream().allMatch(isOmitted))) {
                line("  " + effect + ":");
                byReason.forEach(this::operations);
            }
        });
    }

    /** Whom an operation sends to cannot be guessed: a guard then knows that it sends, and not to whom. */
    private void messages(Metadata metadata) {
        List<String> sending = metadata.operations().keySet().stream()
                .filter(isOmitted.negate())
                .filter(operation -> EffectGuess.of(operation).effect().startsWith("SEND"))
                .toList();
        if (!sending.isEmpty()) {
            line("messages:");
            line("  # The parameter that names the recipients, and what else is known of the message");
            sending.forEach(operation -> line("  " + quoted(operation) + ": {to: none}"));
        }
    }

    private void operations(String reason, List<String> operations) {
        List<String> kept = operations.stream().filter(isOmitted.negate()).toList();
        if (!reason.isEmpty() && !kept.isEmpty()) {
            line("    # " + reason);
        }
        kept.forEach(operation -> line("    - " + quoted(operation)));
    }

    private void areas(List<AreaGuess.Area> areas) {
        line("areas:");
        for (AreaGuess.Area area : areas) {
            List<String> operations =
                    area.operations().stream().filter(isOmitted.negate()).toList();
            if (!operations.isEmpty()) {
                line("  - id: " + quoted(area.id()));
                line("    title: " + quoted(area.title()));
                line("    operations:");
                operations.forEach(operation -> line("      - " + quoted(operation)));
            }
        }
    }

    private void names(String section, Map<String, String> names) {
        if (!names.isEmpty()) {
            line(section + ":");
            names.forEach((key, name) -> line("  " + quoted(key) + ": " + name));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Words stand as they are; everything else as YAML and JSON both write it. */
    private static String quoted(String text) {
        return text.matches("[A-Z][A-Za-z0-9]*") ? text : TextNode.valueOf(text).toString();
    }
}
