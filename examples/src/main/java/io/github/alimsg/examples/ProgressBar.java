package io.github.alimsg.examples;

import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.once.campaign.CampaignProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Draws the progress of an upload or a campaign on one line of the terminal. */
final class ProgressBar implements FileUpload.Progress {
    private static final int WIDTH = 28;

    private final PrintStream out;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void sent(long sent, long total) {
        draw(sent, total, "bytes");
    }

    /** Draws a campaign whose source knows how many recipients there are. */
    void sent(CampaignProgress progress) {
        Duration left = progress.remaining();
        draw(
                progress.done(),
                progress.total().orElse(0),
                left == null
                        ? "recipients"
                        : String.format(
                                Locale.ROOT, "recipients, %d:%02d left", left.toMinutes(), left.toSecondsPart()));
    }

    private void draw(long done, long total, String what) {
        int filled = total == 0 ? 0 : (int) (WIDTH * done / total);
        out.printf(
                Locale.ROOT,
                "\r  [%s%s] %3d %%  %,d of %,d %s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                total == 0 ? 0 : 100 * done / total,
                done,
                total,
                what);
        if (done == total) {
            out.println();
        }
        out.flush();
    }
}
