package io.github.alimsg.benchmarks;

import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH with a contender's classpath and prints a line per benchmark: name, median ns, width of the middle half, bytes. */
public final class Jmh {
    private Jmh() {}

    /** Arguments: pattern of the benchmarks, class of the contender or -, quick or full. */
    public static void main(String[] args) throws Exception {
        boolean full = args[2].equals("full");
        boolean steps = args[1].equals("-"); // their processes are started in turn, for ratios of neighbours
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(args[0])
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .forks(full && !steps ? 3 : 1)
                // Compiled code is discarded and recompiled in the first second, and slow in between.
                .warmupIterations(full ? 8 : steps ? 5 : 3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(full ? 8 : 4)
                .measurementTime(TimeValue.milliseconds(100));
        if (!steps) {
            options.param("contender", args[1]);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            Map<String, ?> secondary = result.getSecondaryResults();
            double bytes = secondary.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(entry -> ((Result<?>) entry.getValue()).getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            Statistics times = result.getPrimaryResult().getStatistics();
            // The median, because other work on the machine makes single iterations arbitrarily slow.
            System.out.println("= " + name.replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1") + " " + times.getPercentile(50)
                    + " " + (times.getPercentile(75) - times.getPercentile(25)) + " " + bytes);
        }
    }
}
