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
import java.util.Iterator;
import java.util.Locale;

/**
 * A server that replies to every HTTP request on the loopback interface with one of two prepared replies, on one thread
 * and with as little work as possible, so that the client is measured. Ends with its standard input.
 */
public final class CannedServer {
    static final byte[] SMALL = answer(Replies.small());
    static final byte[] LARGE = answer(Replies.sendDetails());
    private static final byte[] REQUEST_ID = "x-acs-request-id: F655A8D5-B967-440B-8683-".getBytes(US_ASCII);
    private static final byte[] QUERY = "QuerySendDetails".getBytes(US_ASCII);

    private CannedServer() {}

    private static byte[] answer(byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 04:00:00 GMT\r\n"
                        + "Content-Type: application/json;charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\nConnection: keep-alive\r\nAccess-Control-Allow-Origin: *\r\n"
                        + "x-acs-request-id: F655A8D5-B967-440B-8683-000000000000\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** Argument: the key store of the server that speaks TLS. Prints both ports, plain and TLS, then serves. Each line of input is answered with {@link Counts}, of the connections over TLS. */
    public static void main(String[] args) throws Exception {
        var server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 4096);
        server.configureBlocking(false);
        var selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        var counts = new Counts(new Tls(args[0]));
        var untilEnd = new Thread(() -> answerUntilEnd(counts), "until-end");
        untilEnd.setDaemon(true);
        untilEnd.start();
        System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
        System.out.println(CannedTlsServer.start(counts, false).port());
        while (true) {
            selector.select();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    accept(server, selector);
                } else {
                    serve(key);
                }
            }
        }
    }

    private static void answerUntilEnd(Counts counts) {
        try (var in = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            while (in.readLine() != null) {
                System.out.println(counts.line());
            }
        } catch (IOException e) {
            // the same as the end
        }
        System.exit(0);
    }

    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        for (SocketChannel channel; (channel = server.accept()) != null; ) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Connection(SMALL, LARGE));
        }
    }

    private static void serve(SelectionKey key) {
        var channel = (SocketChannel) key.channel();
        var connection = (Connection) key.attachment();
        try {
            if (connection.answering != null) {
                write(key, channel, connection);
                return;
            }
            if (channel.read(connection.in) < 0) {
                channel.close();
                return;
            }
            byte[] answer = connection.answerWhenComplete();
            if (answer != null) {
                connection.answering = ByteBuffer.wrap(answer);
                write(key, channel, connection);
            }
        } catch (IOException e) {
            try {
                channel.close();
            } catch (IOException again) {
                // closed is closed
            }
        }
    }

    private static void write(SelectionKey key, SocketChannel channel, Connection connection) throws IOException {
        ByteBuffer out = connection.answering;
        if (out != null) {
            channel.write(out);
            boolean done = !out.hasRemaining();
            int wanted = done ? SelectionKey.OP_READ : SelectionKey.OP_WRITE;
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
            if (done) {
                connection.answering = null;
            }
        }
    }

    /** The part of a request that has arrived. */
    static final class Connection {
        final ByteBuffer in = ByteBuffer.allocate(8192);
        private final byte[] small;
        private final byte[] large;

        @org.jspecify.annotations.Nullable
        ByteBuffer answering;

        /** Creates a request with the replies to give, whose ids are incremented in place. */
        Connection(byte[] small, byte[] large) {
            this.small = small;
            this.large = large;
        }

        /** The reply, once the whole request has arrived; null before. */
        byte @org.jspecify.annotations.Nullable [] answerWhenComplete() throws IOException {
            byte[] bytes = in.array();
            int end = in.position();
            int body = indexOf(bytes, end, "\r\n\r\n".getBytes(US_ASCII));
            if (body < 0 || end < body + 4 + contentLength(bytes, body)) {
                if (end == bytes.length) {
                    throw new IOException("a request too large for a benchmark");
                }
                return null;
            }
            boolean query = indexOf(bytes, end, QUERY) >= 0;
            in.clear();
            byte[] answer = query ? large : small;
            countUp(answer);
            return answer;
        }

        /** No two replies of the service have the same id, and our client refuses a repeated one. */
        private static void countUp(byte[] answer) {
            int digit = indexOf(answer, answer.length, REQUEST_ID) + REQUEST_ID.length + 11;
            while (answer[digit] == '9') {
                answer[digit--] = '0';
            }
            answer[digit]++;
        }

        private static int contentLength(byte[] bytes, int headEnd) {
            for (int i = 0; i < headEnd - 15; i++) {
                if (bytes[i] == '\n' && (bytes[i + 1] | 0x20) == 'c' && (bytes[i + 9] | 0x20) == 'l') {
                    String line = new String(bytes, i + 1, Math.min(40, headEnd - i - 1), US_ASCII);
                    if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        int stop = line.indexOf('\r');
                        return Integer.parseInt(line.substring(15, stop < 0 ? line.length() : stop)
                                .strip());
                    }
                }
            }
            return 0;
        }

        private static int indexOf(byte[] bytes, int end, byte[] wanted) {
            for (int i = 0; i <= end - wanted.length; i++) {
                int j = 0;
                while (j < wanted.length && bytes[i + j] == wanted[j]) {
                    j++;
                }
                if (j == wanted.length) {
                    return i;
                }
            }
            return -1;
        }
    }
}
