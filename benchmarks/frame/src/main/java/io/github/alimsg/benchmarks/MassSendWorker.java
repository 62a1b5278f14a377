package io.github.alimsg.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** A process that sends to many people whenever its standard input says so, and prints what that took. */
public final class MassSendWorker {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final AtomicLong MOST_KEPT = new AtomicLong();

    private MassSendWorker() {}

    /**
     * Arguments: a {@link MassSend}, and the port of the server. For each line with recipients and parts a second it prints
     * accepted, wall ns, CPU ns, the most bytes of heap that a collection left, and statements.
     */
    public static void main(String[] args) throws Exception {
        watchHeap();
        var sending = (MassSend)
                Class.forName(args[0]).getDeclaredConstructor(int.class).newInstance(Integer.parseInt(args[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.split(" ");
            sending.statements();
            MOST_KEPT.set(0);
            long cpu = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            long accepted = sending.send(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            System.out.println("= " + accepted + " " + (System.nanoTime() - began) + " "
                    + (SYSTEM.getProcessCpuTime() - cpu) + " " + MOST_KEPT + " " + sending.statements());
        }
        System.exit(0); // even if the client keeps threads
    }

    private static void watchHeap() {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, unused) -> {
                                long kept = GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc()
                                        .entrySet()
                                        .stream()
                                        .filter(pool -> heap.contains(pool.getKey()))
                                        .mapToLong(pool -> pool.getValue().getUsed())
                                        .sum();
                                MOST_KEPT.accumulateAndGet(kept, Math::max);
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
    }
}
