package io.github.alimsg.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A child process that prints results, each on a line that begins with an equals sign. */
final class WorkerProcess implements AutoCloseable {
    private final List<String> command;
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    WorkerProcess(List<String> command, File errors) throws IOException {
        this.command = command;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors))
                .start();
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Returns the next line that the process prints. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("ended early; see errors.txt: " + String.join(" ", command));
        }
        return line;
    }

    /** The words of the next result. */
    String[] result() throws IOException {
        for (String line; (line = out.readLine()) != null; ) {
            if (line.startsWith("= ")) {
                return line.substring(2).split(" ");
            }
        }
        throw new IOException("ended early; see errors.txt: " + String.join(" ", command));
    }

    /** Returns all results until the process ends. */
    List<String[]> results() throws IOException {
        return out.lines()
                .filter(line -> line.startsWith("= "))
                .map(line -> line.substring(2).split(" "))
                .toList();
    }

    /** Sends a command, and returns the numbers that it printed. */
    double[] ask(String what) throws IOException {
        tell(what);
        return numbers();
    }

    /** Sends a command, whose result is read later. */
    void tell(String what) throws IOException {
        in.write(what + "\n");
        in.flush();
    }

    /** The numbers of the next result. */
    double[] numbers() throws IOException {
        return Arrays.stream(result()).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
