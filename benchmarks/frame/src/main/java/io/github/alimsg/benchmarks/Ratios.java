package io.github.alimsg.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios of ours to another contender, most with a goal. */
public final class Ratios {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double ours, double other, Samples ratio, boolean atLeast, double goal) {
        boolean hasGoal() {
            return !Double.isNaN(goal);
        }

        boolean met() {
            return atLeast ? ratio.median() >= goal : ratio.median() <= goal;
        }

        String met(String no) {
            return !hasGoal() ? "" : met() ? "yes" : no;
        }

        String goalText() {
            return hasGoal() ? (atLeast ? ">= " : "<= ") + number(goal) : "";
        }
    }

    void add(String name, double ours, double other, Samples ratio, boolean atLeast, double goal) {
        if (ratio.size() > 0 && !Double.isNaN(ratio.median())) {
            rows.add(new Row(name, ours, other, ratio, atLeast, goal));
        }
    }

    /** Adds the ratio of ours to another, with a goal. */
    public void add(String name, Samples ours, Samples other, boolean atLeast, double goal) {
        add(name, ours.median(), other.median(), Samples.ratios(ours, other), atLeast, goal);
    }

    /** Adds the ratio of two numbers, with a goal. */
    public void add(String name, double ours, double other, boolean atLeast, double goal) {
        var ratio = new Samples();
        ratio.add(ours / other);
        add(name, ours, other, ratio, atLeast, goal);
    }

    /** Adds a ratio that has no goal. */
    public void add(String name, Samples ours, Samples other) {
        add(name, ours, other, true, Double.NaN);
    }

    /** Adds the ratio of ours to a number. */
    public void add(String name, Samples ours, double number, boolean atLeast, double goal) {
        add(name, ours.median(), number, ours.dividedBy(number), atLeast, goal);
    }

    /** Prints a text and the table, and writes both to {@code name.md}, and the ratios to {@code ratios-name.tsv}. */
    public void report(Path target, String name, String text) throws IOException {
        String whole = text + "\n## Against the goals\n\n" + table();
        System.out.println("\n" + whole);
        Files.createDirectories(target);
        Files.writeString(target.resolve(name + ".md"), whole);
        write(target.resolve("ratios-" + name + ".tsv"));
    }

    /** Three significant digits, without an exponent. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("name\tours\tother\tratio\tgoal\tmet");
        for (Row row : rows) {
            lines.add(String.join(
                    "\t",
                    row.name,
                    String.format(Locale.ROOT, "%.3f", row.ours),
                    String.format(Locale.ROOT, "%.3f", row.other),
                    String.format(Locale.ROOT, "%.3f", row.ratio.median()),
                    row.goalText(),
                    row.met("no")));
        }
        Files.write(file, lines);
    }

    String table() {
        var text = new StringBuilder(
                "| | ours | other | ratio | middle half | goal | met |\n|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            row.name,
                            number(row.ours),
                            number(row.other),
                            String.format(Locale.ROOT, "%.2f", row.ratio.median()),
                            row.ratio.size() == 1
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            "%.2f to %.2f",
                                            row.ratio.quantile(0.25),
                                            row.ratio.quantile(0.75)),
                            row.goalText(),
                            row.met("**no**")))
                    .append(" |\n");
        }
        return text.toString();
    }
}
