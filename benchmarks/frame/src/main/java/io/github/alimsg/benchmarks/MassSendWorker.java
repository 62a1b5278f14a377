package io.github.alimsg.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** A process that sends to many people whenever its standard input says so, and prints what that took. */
public final class MassSendWorker {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private MassSendWorker() {}

    /**
     * Arguments: a {@link MassSend}, and the port of the server. For each line with recipients and parts a second it prints
     * accepted, wall ns, CPU ns, statements, and the bytes of heap that are in use afterwards.
     */
    public static void main(String[] args) throws Exception {
        var sending = (MassSend)
                Class.forName(args[0]).getDeclaredConstructor(int.class).newInstance(Integer.parseInt(args[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.split(" ");
            sending.statements();
            long cpu = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            long accepted = sending.send(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            long took = System.nanoTime() - began;
            cpu = SYSTEM.getProcessCpuTime() - cpu;
            System.gc();
            long kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.println("= " + accepted + " " + took + " " + cpu + " " + sending.statements() + " " + kept);
        }
        System.exit(0); // even if the client keeps threads
    }
}
