package io.github.alimsg.examples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a minimal one-page PDF with some lines of text. */
final class TermsPdf {
    private TermsPdf() {}

    /**
     * Creates a page.
     *
     * @param lines its text, in ASCII
     * @return the file's bytes
     */
    static byte[] of(List<String> lines) {
        var text = new StringBuilder("BT /F1 11 Tf 72 770 Td 16 TL\n");
        for (String line : lines) {
            String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            text.append('(').append(escaped).append(") Tj T*\n");
        }
        text.append("ET");
        return document(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                        + " /Resources << /Font << /F1 4 0 R >> >> >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream"));
    }

    /** The objects, and the table of their byte offsets. */
    private static byte[] document(List<String> objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> starts = new ArrayList<>();
        for (String object : objects) {
            starts.add(pdf.length());
            pdf.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (int start : starts) {
            pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", start));
        }
        pdf.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
        pdf.append("startxref\n").append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
