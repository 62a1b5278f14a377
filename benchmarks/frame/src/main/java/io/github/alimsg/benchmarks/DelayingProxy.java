package io.github.alimsg.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Forwards TCP connections as if the other end were far away: every piece, and the end of a stream, arrives half a round
 * trip later, plus up to two per cent of a round trip at random, in order. The system accepts a connection at once, so
 * the round trip that connecting costs is added to the first piece. Bandwidth is not limited, and nothing gets lost.
 *
 * <p>One thread for all connections. It spins for the last fraction of a millisecond before a piece is due.
 */
final class DelayingProxy {
    private static final int PIECE = 16 * 1024;
    private static final long SPIN = 1_500_000;
    private static final long NAP = 30_000;
    private static final double JITTER = 0.02;

    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Selector selector = Selector.open();
    private final PriorityQueue<Piece> underWay = new PriorityQueue<>();
    private final SplittableRandom random;
    private final AtomicLong taken = new AtomicLong();
    private volatile List<Integer> ports;
    private volatile long roundTrip;
    private long pieces;

    /** Bytes that arrive at a time; none for the end of the stream. */
    private record Piece(
            long due, long number, Stream stream, @Nullable ByteBuffer bytes) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            int byTime = Long.compare(due, other.due);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    /** One direction of a connection. */
    private static final class Stream {
        final SocketChannel from;
        final SocketChannel to;
        long notBefore;
        boolean ended;

        @Nullable
        Stream back;

        Stream(SocketChannel from, SocketChannel to, long notBefore) {
            this.from = from;
            this.to = to;
            this.notBefore = notBefore;
        }
    }

    private DelayingProxy(long seed, List<Integer> ports) throws IOException {
        this.random = new SplittableRandom(seed);
        this.ports = ports;
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Starts forwarding to ports of this machine, without a delay. */
    static DelayingProxy start(long seed, List<Integer> ports) throws IOException {
        var proxy = new DelayingProxy(seed, ports);
        var thread = new Thread(proxy::forward, "delaying-proxy");
        thread.setDaemon(true);
        thread.start();
        return proxy;
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /** Sets where new connections go, in turn. */
    void forwardTo(List<Integer> now) {
        ports = now;
    }

    /** Sets how long a round trip takes. */
    void roundTrip(long nanos) {
        roundTrip = nanos;
    }

    private void forward() {
        try {
            while (true) {
                deliver();
                await();
                Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    if (key.isValid() && key.isAcceptable()) {
                        accept();
                    } else if (key.isValid() && key.isReadable()) {
                        read(key);
                    }
                }
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private void await() throws IOException {
        Piece next = underWay.peek();
        if (next == null) {
            selector.select();
            return;
        }
        long left = next.due - System.nanoTime();
        if (left > SPIN) {
            selector.select((left - SPIN) / 1_000_000 + 1);
        } else if (selector.selectNow() == 0 && left > 0) {
            LockSupport.parkNanos(Math.min(left, NAP));
        }
    }

    private void accept() throws IOException {
        for (SocketChannel client; (client = listener.accept()) != null; ) {
            List<Integer> to = ports;
            int port = to.get((int) (taken.getAndIncrement() % to.size()));
            SocketChannel server;
            try {
                server = SocketChannel.open(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            } catch (IOException e) {
                client.close();
                continue;
            }
            long connected = System.nanoTime() + roundTrip;
            Stream up = register(client, server, connected + roundTrip / 2);
            Stream down = register(server, client, connected);
            up.back = down;
            down.back = up;
        }
    }

    private Stream register(SocketChannel from, SocketChannel to, long notBefore) throws IOException {
        from.configureBlocking(false);
        from.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var stream = new Stream(from, to, notBefore);
        from.register(selector, SelectionKey.OP_READ, stream);
        return stream;
    }

    private void read(SelectionKey key) {
        var stream = (Stream) key.attachment();
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        int count;
        try {
            count = stream.from.read(bytes);
        } catch (IOException e) { // a reset is forwarded as an end
            count = -1;
        }
        if (count < 0) {
            key.cancel();
        }
        if (count != 0) {
            long delay = (long) (roundTrip * (0.5 + JITTER * random.nextDouble()));
            stream.notBefore = Math.max(stream.notBefore, System.nanoTime() + delay);
            underWay.add(new Piece(stream.notBefore, pieces++, stream, count < 0 ? null : bytes.flip()));
        }
    }

    private void deliver() {
        for (Piece next; (next = underWay.peek()) != null && next.due - System.nanoTime() <= 0; ) {
            underWay.remove();
            try {
                if (next.bytes == null) {
                    end(next.stream);
                } else {
                    while (next.bytes.hasRemaining()) {
                        next.stream.to.write(next.bytes);
                    }
                }
            } catch (IOException e) {
                close(next.stream);
            }
        }
    }

    private static void end(Stream stream) throws IOException {
        stream.ended = true;
        if (stream.back == null || stream.back.ended) {
            close(stream);
        } else {
            stream.to.shutdownOutput();
        }
    }

    private static void close(Stream stream) {
        try {
            stream.to.close();
            stream.from.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
