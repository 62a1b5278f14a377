package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.input.Metadata;
import java.util.List;
import java.util.Map;

/** Writes what was guessed, for people to confirm. */
final class GuessTable {
    private final Metadata metadata;
    private final Settled settled;
    private final StringBuilder text = new StringBuilder();

    GuessTable(Metadata metadata, SuccessGuess success, Settled settled, List<String> warnings) {
        this.metadata = metadata;
        this.settled = settled;
        int all = metadata.operations().size();
        line(metadata.product() + " " + metadata.version() + ": "
                + (all - settled.omitted().size()) + " of " + all + " operations");
        line("success is said by " + success.reason());
        line("other regions are at " + EndpointGuess.of(metadata).other());
        line("");
        effects();
        section("names that were taken", settled.names());
        section("members that were taken", settled.fieldNames());
        section("left out", settled.omitted());
        if (!warnings.isEmpty()) {
            line("");
            line("otherwise than described");
            warnings.forEach(warning -> line("  " + warning));
        }
    }

    String text() {
        return text.toString();
    }

    private void effects() {
        int width = metadata.operations().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        row(width, "operation", "effect", "because of");
        for (String operation : metadata.operations().keySet()) {
            if (!settled.omitted().containsKey(operation)) {
                EffectGuess guess = EffectGuess.of(operation);
                row(width, operation, guess.effect(), guess.reason());
            }
        }
    }

    private void row(int width, String operation, String effect, String reason) {
        line(padded(operation, Math.max(width, 9)) + "  " + padded(effect, 10) + "  " + reason);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void section(String heading, Map<String, String> entries) {
        if (!entries.isEmpty()) {
            line("");
            line(heading);
            entries.forEach((key, value) -> line("  " + key + ": " + value));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
