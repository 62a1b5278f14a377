package io.github.alimsg.benchmarks;

import java.util.Locale;
import java.util.Map;

/** A chart of lines over powers of two, with a logarithmic axis of values, as SVG. */
final class LineChart {
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int RIGHT = 190;
    private static final String TEXT = "#57606a";

    private final StringBuilder svg = new StringBuilder();
    private final int largest;
    private final double low;
    private final double high;

    /**
     * Draws the axes.
     *
     * @param title what is shown
     * @param below what is on the axis of powers of two, from 1
     * @param largest the largest of them
     * @param low the power of ten at which values begin
     * @param high the power of ten at which they end
     */
    LineChart(String title, String below, int largest, int low, int high) {
        this.largest = largest;
        this.low = low;
        this.high = high;
        text(10, 20, "bold", "start", TEXT, title);
        for (int power = low; power <= high; power++) {
            double y = y(Math.pow(10, power));
            line(LEFT, y, LEFT + WIDTH, y, "#d0d7de", "");
            text(LEFT - 6, y + 4, "normal", "end", TEXT, String.format(Locale.ROOT, "%,.0f", Math.pow(10, power)));
        }
        for (int x = 1; x <= largest; x *= 2) {
            text(x(x), TOP + HEIGHT + 18, "normal", "middle", TEXT, Integer.toString(x));
        }
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 38, "normal", "middle", TEXT, below);
    }

    /** A line, with its name at its end, moved down by some pixels. */
    void line(String name, Map<Integer, Double> values, String color, int down) {
        var points = new StringBuilder();
        double x = 0;
        double y = 0;
        for (Map.Entry<Integer, Double> point : values.entrySet()) {
            x = x(point.getKey());
            y = y(point.getValue());
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                points.toString().strip(),
                color));
        text(x + 6, y + 4 + down, "normal", "start", color, name);
    }

    /** A bound for all lines. */
    void bound(String name, double value) {
        line(LEFT, y(value), LEFT + WIDTH, y(value), TEXT, " stroke-dasharray=\"4 4\"");
        text(LEFT + 6, y(value) - 5, "normal", "start", TEXT, name);
    }

    private double x(int value) {
        return LEFT + WIDTH * Math.log(value) / Math.log(largest);
    }

    private double y(double value) {
        return TOP + HEIGHT * (high - Math.log10(value)) / (high - low);
    }

    private void line(double fromX, double fromY, double toX, double toY, String color, String more) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                fromX,
                fromY,
                toX,
                toY,
                color,
                more));
    }

    private void text(double x, double y, String weight, String anchor, String color, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                weight,
                anchor,
                color,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    String svg() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n%s</svg>%n",
                LEFT + WIDTH + RIGHT,
                TOP + HEIGHT + 50,
                svg);
    }
}
