package io.github.alimsg.inbox;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the process small, whatever the options of its JVM are.
 *
 * <ul>
 *   <li>Without {@code -Xmx} a JVM begins with a sixty-fourth of the computer's memory, and takes much more before it
 *       looks for garbage. A collection that is asked for gives back what is free, above limits that can be set while the
 *       JVM runs.
 *   <li>What the JVM's compilers have used and freed, some 20 MB, stays with the C library until it is asked for it.
 * </ul>
 *
 * Where a JVM can't do one of these, the process is larger.
 */
final class Footprint {
    /** How much of the heap, in percent, is free after a collection. The JVM's own limits are 40 and 70. */
    private static final int MIN_FREE = 10;

    private static final int MAX_FREE = 30;

    /** A heap of this size is left alone: collections would cost more than they give. */
    private static final long SMALL = 40L << 20;

    /** How many times as long as a collection took no other is asked for; doubled after one that freed too little. */
    private static final long MIN_PAUSE = 4;

    private static final long MAX_PAUSE = 10_000;

    private static final long HEAP_EVERY = 100;
    private static final long NATIVE_EVERY = 1000;

    private long max; // collects at first, and gives back what starting took
    private long pause = MIN_PAUSE;
    private long nextAt = System.nanoTime();

    private Footprint() {}

    /** Begins to look, for as long as the process runs. */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs there throws nothing
    static void keepSmall() {
        var footprint = new Footprint();
        var clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "alimsg-inbox-footprint");
            thread.setDaemon(true);
            return thread;
        });
        clock.execute(() -> {
            set("MinHeapFreeRatio", MIN_FREE);
            set("MaxHeapFreeRatio", MAX_FREE);
        });
        clock.scheduleWithFixedDelay(Footprint::trim, NATIVE_EVERY, NATIVE_EVERY, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(footprint::collect, HEAP_EVERY, HEAP_EVERY, TimeUnit.MILLISECONDS);
    }

    private static void set(String option, int value) {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            machine.setVMOption(option, Integer.toString(value));
        } catch (RuntimeException notOfThisJvm) {
            // larger, then
        }
    }

    private void collect() {
        Runtime runtime = Runtime.getRuntime();
        long begin = System.nanoTime();
        if (runtime.totalMemory() > max && begin - nextAt >= 0) {
            System.gc();
            long end = System.nanoTime();
            nextAt = end + pause * (end - begin);
            long used = runtime.totalMemory() - runtime.freeMemory();
            max = Math.max(SMALL, 2 * used);
            // It does not shrink below -Xms, nor with some collectors.
            pause = runtime.totalMemory() > max ? Math.min(2 * pause, MAX_PAUSE) : MIN_PAUSE;
        }
    }

    private static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException | RuntimeException notOfThisJvm) {
            // larger, then
        }
    }
}
