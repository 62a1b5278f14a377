package io.github.alimsg.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Replies to every request as accepted, after a delay: a service at a distance, whose connections are there. One thread reads,
 * and with a delay another one writes. Plain HTTP on the loopback interface.
 */
public final class DelayedServer {
    private static final int LARGEST_REQUEST = 64 * 1024;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    private final long delayNanos;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final AtomicInteger busiest = new AtomicInteger();
    private long second;
    private int inSecond;
    private long number;

    private record Reply(SocketChannel to, byte[] bytes, long due) {}

    private DelayedServer(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    /**
     * Argument: the delay in milliseconds. Prints the port, then serves until standard input ends. For each line of it, prints
     * how many requests the busiest second had.
     */
    public static void main(String[] args) throws Exception {
        var server = new DelayedServer(Long.parseLong(args[0]) * 1_000_000);
        server.daemon("control", server::control);
        server.daemon("replies", server::reply);
        server.serve();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void daemon(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        e.printStackTrace();
                        System.exit(1);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void control() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        while (in.readLine() != null) {
            System.out.println("= " + busiest.getAndSet(0));
        }
        System.exit(0);
    }

    private void serve() throws IOException {
        var server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 4096);
        server.configureBlocking(false);
        var selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
        while (true) {
            selector.select();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    accept(server, selector);
                } else {
                    read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
                }
            }
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        for (SocketChannel channel; (channel = server.accept()) != null; ) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST_REQUEST));
        }
    }

    private void read(SocketChannel channel, ByteBuffer in) throws IOException {
        try {
            if (channel.read(in) < 0) {
                channel.close();
            } else if (isWhole(in.array(), in.position())) {
                in.clear();
                count();
                answer(channel);
            }
        } catch (IOException e) {
            channel.close();
        }
    }

    private void count() {
        long now = System.nanoTime() / 1_000_000_000;
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        inSecond++;
        busiest.accumulateAndGet(inSecond, Math::max);
    }

    /** No two replies have the same id: our client refuses a repeated one. */
    private void answer(SocketChannel channel) throws IOException {
        String json = "{\"Message\":\"OK\",\"RequestId\":\""
                + String.format(Locale.ROOT, "F655A8D5-B967-440B-8683-%012d", ++number) + "\",\"BizId\":\""
                + Replies.BIZ_ID
                + "\",\"Code\":\"OK\"}";
        byte[] bytes = ("HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: "
                        + json.length() + "\r\nConnection: keep-alive\r\n\r\n" + json)
                .getBytes(US_ASCII);
        if (delayNanos == 0) {
            channel.write(ByteBuffer.wrap(bytes)); // fits into the socket's buffer: a client waits for it
        } else {
            replies.add(new Reply(channel, bytes, System.nanoTime() + delayNanos));
        }
    }

    private void reply() throws InterruptedException {
        while (true) {
            Reply next = replies.take();
            for (long left; (left = next.due - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(left);
            }
            try {
                next.to.write(ByteBuffer.wrap(next.bytes));
            } catch (IOException e) {
                // the client closed the connection
            }
        }
    }

    private static boolean isWhole(byte[] bytes, int end) throws IOException {
        int head = indexOf(bytes, end, HEAD_END);
        if (head >= 0) {
            String lines = new String(bytes, 0, head, US_ASCII).toLowerCase(Locale.ROOT);
            int at = lines.indexOf("\r\ncontent-length:");
            if (at >= 0) {
                int stop = lines.indexOf('\r', at + 2);
                String length = lines.substring(at + 17, stop < 0 ? lines.length() : stop);
                return end >= head + HEAD_END.length + Integer.parseInt(length.strip());
            }
            return !lines.contains("\r\ntransfer-encoding: chunked")
                    || Arrays.equals(bytes, end - LAST_CHUNK.length, end, LAST_CHUNK, 0, LAST_CHUNK.length);
        }
        if (end == bytes.length) {
            throw new IOException("a request too large for a benchmark");
        }
        return false;
    }

    private static int indexOf(byte[] bytes, int end, byte[] wanted) {
        for (int i = 0; i <= end - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
