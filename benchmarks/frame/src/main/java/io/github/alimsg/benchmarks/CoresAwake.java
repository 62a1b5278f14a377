package io.github.alimsg.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every core busy with work that yields to any other. With one call at a time a core sleeps while the other side
 * works, and waking it takes longer than most of what is measured. A client that needlessly wakes its own threads would
 * then look fast.
 */
final class CoresAwake implements AutoCloseable {
    /** Whether the machine has the scheduling class, and a command for it: Linux. */
    static final boolean POSSIBLE = works("chrt", "--idle", "0", "true");

    private final @Nullable WorkerProcess process;

    CoresAwake(String java, File errors) throws IOException {
        String classpath = System.getProperty("java.class.path");
        process = POSSIBLE
                ? new WorkerProcess(
                        List.of("chrt", "--idle", "0", java, "-Xmx16m", "-cp", classpath, CoresAwake.class.getName()),
                        errors)
                : null;
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Spins on all cores until standard input ends. */
    public static void main(String[] args) throws IOException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            var thread = new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        while (System.in.read() >= 0) {
            // goes on
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.close();
        }
    }
}
