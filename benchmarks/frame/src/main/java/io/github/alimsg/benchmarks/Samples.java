package io.github.alimsg.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers from repeated rounds. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    /** Adds the number of a round. */
    public void add(double value) {
        values.add(value);
    }

    double get(int round) {
        return values.get(round);
    }

    int size() {
        return values.size();
    }

    double sum() {
        return values.stream().mapToDouble(v -> v).sum();
    }

    /** The middle one. */
    public double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double at = share * (sorted.size() - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }

    Samples dividedBy(double number) {
        var ratios = new Samples();
        values.forEach(value -> ratios.add(value / number));
        return ratios;
    }

    /** The ratios of two, round by round: what disturbs the machine for a while affects both. */
    static Samples ratios(Samples ours, Samples others) {
        var ratios = new Samples();
        for (int i = 0; i < Math.min(ours.size(), others.size()); i++) {
            ratios.add(ours.get(i) / others.get(i));
        }
        return ratios;
    }
}
