package io.github.alimsg.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.alimsg.benchmarks.Contender.Calls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs a contender as told by its standard input, and prints the measurements. {@code use} and a class
 * switches to a variant of the contender.
 */
public final class Worker {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Contender contender;
    private final int port;
    private final Map<String, Calls> variants = new HashMap<>();
    private Calls calls;

    private Worker(Contender contender, int port) throws Exception {
        this.contender = contender;
        this.port = port;
        this.calls = contender.connect(port);
        variants.put(contender.getClass().getName(), calls);
    }

    /** Arguments: class of the contender, port of the server. */
    public static void main(String[] args) throws Exception {
        var worker = new Worker(Contender.of(args[0]), Integer.parseInt(args[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.split(" ");
            String result;
            switch (words[0]) {
                case "load" ->
                    result = worker.load(
                            words[1].equals("large"), Integer.parseInt(words[2]), Long.parseLong(words[3]), false);
                case "use" -> {
                    worker.use(words[1]);
                    result = "0";
                }
                case "virtual" ->
                    result = worker.load(false, Integer.parseInt(words[1]), Long.parseLong(words[2]), true);
                case "steady" ->
                    result = TimedLoad.steady(
                            worker.calls,
                            Integer.parseInt(words[1]),
                            Long.parseLong(words[2]),
                            Long.parseLong(words[3]));
                case "burst" -> result = worker.burst(Integer.parseInt(words[1]));
                case "ahead" -> result = worker.ahead(Integer.parseInt(words[1]));
                case "pinned" -> result = worker.pinned(Integer.parseInt(words[1]), Long.parseLong(words[2]));
                case "clients" -> result = worker.clients(Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException(line);
            }
            System.out.println("= " + result);
        }
        System.exit(0); // even if the contender keeps threads
    }

    /** Calls all at once. Prints what {@link TimedLoad} does, and CPU ns. */
    private String burst(int number) throws InterruptedException {
        long cpu = SYSTEM.getProcessCpuTime();
        String result = TimedLoad.burst(calls, number);
        return result + " " + (SYSTEM.getProcessCpuTime() - cpu);
    }

    /** Opens connections ahead of calls. Prints how many were opened, and wall ns. */
    private String ahead(int connections) throws Exception {
        long began = System.nanoTime();
        int opened = calls.warmUp(connections);
        return opened + " " + (System.nanoTime() - began);
    }

    /** How often this process has read from a file or socket, as Linux counts; 0 elsewhere. */
    private static long reads() throws IOException {
        Path io = Path.of("/proc/self/io");
        if (!Files.isReadable(io)) {
            return 0;
        }
        for (String line : Files.readAllLines(io)) {
            if (line.startsWith("syscr: ")) {
                return Long.parseLong(line.substring(7));
            }
        }
        return 0;
    }

    private void use(String className) throws Exception {
        Calls variant = variants.get(className);
        if (variant == null) {
            variant = Contender.of(className).connect(port);
            variants.put(className, variant);
        }
        calls = variant;
    }

    /** Calls in a loop on a number of threads. Prints calls, failures, wall ns, CPU ns, bytes, p50 ns, p99 ns, reads. */
    private String load(boolean large, int threads, long millis, boolean virtual) throws Exception {
        var latencies = new Latencies[virtual ? 1 : threads];
        Arrays.setAll(latencies, i -> new Latencies());
        var failures = new AtomicLong();
        var done = new AtomicLong();
        var ownBytes = new AtomicLong();
        var start = new CountDownLatch(1);
        var ended = new CyclicBarrier(virtual ? 1 : threads + 1);
        var left = new CountDownLatch(threads);
        var deadline = new AtomicLong();
        ExecutorService executor = virtual ? virtualThreads() : Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            @Nullable Latencies mine = virtual ? null : latencies[t];
            String outId = "order-" + (100000 + t);
            executor.execute(() -> {
                try {
                    start.await();
                    long bytes = virtual ? 0 : THREADS.getCurrentThreadAllocatedBytes();
                    long count = 0;
                    for (long begin = System.nanoTime(); begin < deadline.get(); ) {
                        if (!right(large, outId)) {
                            failures.incrementAndGet();
                        }
                        count++;
                        long end = System.nanoTime();
                        if (mine != null) {
                            mine.add(end - begin);
                        }
                        begin = end;
                    }
                    done.addAndGet(count);
                    if (!virtual) {
                        ownBytes.addAndGet(THREADS.getCurrentThreadAllocatedBytes() - bytes);
                        ended.await(); // so that no thread ends, and the helpers' bytes can be told apart from ours
                    }
                } catch (Exception e) {
                    e.printStackTrace();
                    failures.incrementAndGet();
                } finally {
                    left.countDown();
                }
            });
        }
        long[] others = virtual ? new long[0] : helpers();
        long bytesBefore = sum(others);
        long reads = reads();
        long cpu = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        deadline.set(began + millis * 1_000_000);
        start.countDown();
        if (virtual) {
            left.await();
        } else {
            ended.await();
        }
        long took = System.nanoTime() - began;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        reads = reads() - reads;
        long bytes = ownBytes.get() + sum(others) - bytesBefore;
        left.await();
        executor.shutdown();
        Latencies all = new Latencies();
        for (Latencies one : latencies) {
            all.addAll(one);
        }
        return String.join(
                " ",
                List.of(
                        String.valueOf(done.get()),
                        String.valueOf(failures.get()),
                        String.valueOf(took),
                        String.valueOf(cpu),
                        String.valueOf(bytes),
                        String.valueOf(all.quantile(0.5)),
                        String.valueOf(all.quantile(0.99)),
                        String.valueOf(reads)));
    }

    private boolean right(boolean large, String outId) {
        try {
            return large ? calls.query() == Replies.ENTRIES : calls.send(outId).equals(Replies.BIZ_ID);
        } catch (Exception e) {
            return false;
        }
    }

    /** The ids of the threads that a client may have started: all but those of the load, which count their own. */
    private static long[] helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("pool-"))
                .mapToLong(Worker::id)
                .toArray();
    }

    @SuppressWarnings("deprecation") // threadId() is newer than the release that this is compiled for
    private static long id(Thread thread) {
        return thread.getId();
    }

    private static long sum(long[] threads) {
        return threads.length == 0
                ? 0
                : Arrays.stream(THREADS.getThreadAllocatedBytes(threads))
                        .filter(bytes -> bytes > 0)
                        .sum();
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** Puts virtual threads under load; prints how many pinned their carrier. */
    private String pinned(int threads, long millis) throws Exception {
        Path file = Files.createTempFile("pinned", ".jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(1));
            recording.start();
            load(false, threads, millis, true);
            recording.stop();
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            events.stream().limit(1).forEach(System.err::println);
            return String.valueOf(events.size());
        } finally {
            Files.delete(file);
        }
    }

    /** Creates clients and uses each once. Prints the median ns of a creation and the heap each keeps. */
    private String clients(int number) throws Exception {
        List<Calls> kept = new ArrayList<>();
        for (int i = 0; i < 20; i++) { // classes loaded, code warm
            Calls one = contender.connect(port);
            one.send("order-1");
            kept.add(one);
        }
        long before = usedHeap();
        long[] took = new long[number];
        for (int i = 0; i < number; i++) {
            long began = System.nanoTime();
            Calls one = contender.connect(port);
            took[i] = System.nanoTime() - began;
            one.send("order-1");
            kept.add(one);
        }
        long heap = (usedHeap() - before) / number;
        for (Calls one : kept) {
            one.close();
        }
        Arrays.sort(took);
        return took[number / 2] + " " + heap;
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
