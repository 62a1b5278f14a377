package io.github.alimsg.benchmarks;

import java.util.Locale;
import java.util.Map;

/** A bar chart, as SVG. */
final class Chart {
    private static final int LEFT = 250;
    private static final int WIDTH = 380;
    private static final int LINE = 24;

    private final StringBuilder svg = new StringBuilder();
    private int y = 30;

    void bars(String title, Map<String, Double> values) {
        double most = values.values().stream().mapToDouble(v -> v).max().orElse(1);
        svg.append(text(10, y, "bold", "start", title));
        y += LINE;
        for (Map.Entry<String, Double> bar : values.entrySet()) {
            int width = (int) Math.max(1, WIDTH * bar.getValue() / most);
            svg.append(text(LEFT - 8, y + 14, "normal", "end", bar.getKey()))
                    .append(String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"%s\"/>%n",
                            LEFT,
                            y,
                            width,
                            bar.getKey().equals("ours") ? "#1f6feb" : "#8b949e"))
                    .append(text(
                            LEFT + width + 6,
                            y + 14,
                            "normal",
                            "start",
                            String.format(Locale.ROOT, "%,.0f", bar.getValue())));
            y += LINE;
        }
        y += LINE;
    }

    private static String text(int x, int y, String weight, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"#57606a\">%s</text>%n",
                x,
                y,
                weight,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    String svg() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n%s</svg>%n",
                LEFT + WIDTH + 90,
                y,
                svg);
    }
}
