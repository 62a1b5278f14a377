package io.github.alimsg.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A way to Redis on which every byte takes some time, and the same back. */
final class SlowPath implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final long nanos;

    SlowPath(int target, Duration way) throws IOException {
        this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.target = target;
        this.nanos = way.toNanos();
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "slow path");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                var redis = new Socket(InetAddress.getLoopbackAddress(), target);
                carry(client, redis);
                carry(redis, client);
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    /** Bytes under way. */
    private record Piece(byte[] bytes, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Piece) other).due);
        }
    }

    private void carry(Socket from, Socket to) {
        var underWay = new DelayQueue<Piece>();
        start(() -> {
            var buffer = new byte[1 << 16];
            try (InputStream in = from.getInputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    underWay.add(new Piece(Arrays.copyOf(buffer, read), System.nanoTime() + nanos));
                }
            } catch (IOException e) {
                // The connection has ended.
            }
        });
        start(() -> {
            try (OutputStream out = to.getOutputStream()) {
                while (true) {
                    out.write(underWay.take().bytes());
                }
            } catch (IOException | InterruptedException e) {
                // The connection has ended.
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
