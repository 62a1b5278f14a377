package io.github.alimsg.once.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the outcomes of recipients as comma-separated values. */
final class CsvReport {
    private final Writer out;

    CsvReport(Writer out) {
        this.out = out;
    }

    /** Writes what a report gives to a consumer. */
    void write(Consumer<Consumer<RecipientOutcome>> report) throws IOException {
        out.write("ordinal,state,message_id,code\n");
        try {
            report.accept(this::line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(RecipientOutcome of) {
        try {
            out.write(of.ordinal() + "," + of.state() + "," + quoted(of.messageId()) + "," + quoted(of.code()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that shows tables takes what begins with one of these signs for a formula. */
    private static String quoted(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean isFormula = "=+-@".indexOf(value.charAt(0)) >= 0;
        boolean isPlain = value.chars().allMatch(c -> c != ',' && c != '"' && c > ' ');
        return isPlain && !isFormula ? value : "\"" + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
