package io.github.alimsg.benchmarks;

/** Counts durations in buckets that are three per cent wide. Not thread-safe. */
final class Latencies {
    private static final int PER_OCTAVE = 32;
    private final long[] counts = new long[64 * PER_OCTAVE];
    private long total;

    void add(long nanos) {
        counts[bucket(Math.max(1, nanos))]++;
        total++;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    private static int bucket(long nanos) {
        int octave = 63 - Long.numberOfLeadingZeros(nanos);
        long rest = nanos - (1L << octave);
        int within = octave >= 5 ? (int) (rest >> octave - 5) : (int) (rest << 5 - octave);
        return octave * PER_OCTAVE + within;
    }

    /** The lower bound of the bucket that holds a quantile. */
    long quantile(double share) {
        long wanted = (long) Math.ceil(total * share);
        for (int i = 0, seen = 0; i < counts.length; i++) {
            seen += (int) counts[i];
            if (seen >= wanted && wanted > 0) {
                int octave = i / PER_OCTAVE;
                return (long) ((1L << octave) * (1 + (double) (i % PER_OCTAVE) / PER_OCTAVE));
            }
        }
        return 0;
    }
}
