package io.github.alimsg.examples;

import io.github.alimsg.core.upload.FileUpload;
import java.io.PrintStream;
import java.util.Locale;

/** Draws the progress of an upload on one line of the terminal. */
final class ProgressBar implements FileUpload.Progress {
    private static final int WIDTH = 28;

    private final PrintStream out;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void sent(long sent, long total) {
        int filled = (int) (WIDTH * sent / total);
        out.printf(
                Locale.ROOT,
                "\r  [%s%s] %3d %%  %,d of %,d bytes",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                100 * sent / total,
                sent,
                total);
        if (sent == total) {
            out.println();
        }
        out.flush();
    }
}
