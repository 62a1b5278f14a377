package io.github.alimsg.examples;

import io.github.alimsg.cams.model.GetChatappPhoneNumberMetricResponse.PhoneNumberMetric;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints figures as a table with bars that fits a terminal. */
final class MetricTable {
    private static final int BAR = 28;
    private static final int MAX_ROWS = 14;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;

    MetricTable(PrintStream out) {
        this.out = out;
    }

    void print(List<PhoneNumberMetric> metrics) {
        if (metrics.isEmpty()) {
            out.println("  no figures yet: they appear a day after metrics are turned on");
            return;
        }
        long most = Math.max(
                1,
                metrics.stream()
                        .mapToLong(metric -> count(metric.sentCount()))
                        .max()
                        .orElse(1));
        out.printf(
                Locale.ROOT,
                "  %-16s  %7s  %9s  %s%n",
                "from (UTC)",
                "sent",
                "delivered",
                "# delivered  . sent, not delivered");
        metrics.stream().limit(MAX_ROWS).forEach(metric -> row(metric, most));
        if (metrics.size() > MAX_ROWS) {
            out.println("  … and " + (metrics.size() - MAX_ROWS) + " more");
        }
        long sent = sum(metrics, PhoneNumberMetric::sentCount);
        long delivered = sum(metrics, PhoneNumberMetric::deliveredCount);
        out.printf(
                Locale.ROOT,
                "  %-16s  %7d  %9d  %s delivered%n",
                "all",
                sent,
                delivered,
                percent(sent == 0 ? 0 : (double) delivered / sent));
    }

    private void row(PhoneNumberMetric metric, long most) {
        long sent = count(metric.sentCount());
        long delivered = Math.min(sent, count(metric.deliveredCount()));
        int full = (int) (BAR * sent / most);
        int filled = (int) (BAR * delivered / most);
        String from = metric.start() == null ? "" : TIME.format(Objects.requireNonNull(metric.start()));
        out.printf(
                Locale.ROOT,
                "  %-16s  %7d  %9d  %s%s%n",
                from,
                sent,
                delivered,
                "#".repeat(filled),
                ".".repeat(full - filled));
    }

    static long sum(List<PhoneNumberMetric> metrics, Function<PhoneNumberMetric, @Nullable Long> figure) {
        return metrics.stream().mapToLong(metric -> count(figure.apply(metric))).sum();
    }

    private static long count(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
