package io.github.alimsg.inbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that goes on: server-sent events. Written by one thread; any other may look how long a write takes. */
public final class OpenStream {
    private final HttpExchange exchange;
    private final Thread writer = Thread.currentThread();
    private volatile long writingSince;
    private @Nullable OutputStream out;

    OpenStream(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Sends the headers. */
    public void begin() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        writingSince = System.nanoTime();
        exchange.sendResponseHeaders(200, 0);
        out = exchange.getResponseBody();
        writingSince = 0;
    }

    /** Sends bytes, one part after the other, as a whole. @throws IOException when the reader is gone, or was cut */
    public void write(List<byte[]> parts) throws IOException {
        OutputStream open = out;
        if (open == null) {
            throw new IllegalStateException("begin() comes first");
        }
        writingSince = System.nanoTime();
        for (byte[] part : parts) {
            open.write(part);
        }
        open.flush();
        writingSince = 0;
    }

    /** Sends text. @throws IOException when the reader is gone, or was cut */
    public void write(String text) throws IOException {
        write(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Cuts a reader that takes too long. */
    void cutIfSlow(long now, long maxNanos) {
        long since = writingSince;
        if (since != 0 && now - since > maxNanos) {
            writer.interrupt(); // closes the channel that it writes to
        }
    }
}
