package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A service that fails by a plan, on plain sockets, so that every byte and every close is its own. One thread for each
 * connection; keep-alive HTTP/1.1; it checks no signature.
 */
final class FaultServer implements AutoCloseable {
    private static final int BACKLOG = 32;
    private static final int REFUSING_MILLIS = 60;
    private static final int PAUSING_MILLIS = 250;
    private static final int MAX_READ_MILLIS = 20_000;
    private static final int HUGE = 100 << 20;

    /** Bytes: ten seconds of the slower drip. */
    private static final int MAX_DRIP = 200;

    /** Statuses that say nothing about whether the service has acted. */
    private static final int[] ODD = {100, 101, 103, 199, 200, 206, 226, 299, 500, 599, 600, 999};

    /** Below the ports that systems hand out, so that a port given up for a moment is not taken by another. */
    private static final int LOWEST_PORT = 21_000;

    private static final int PORTS = 10_000;

    private final FaultPlan plan;
    private final Ledger ledger;
    private final boolean guarded;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Served> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile boolean closed;

    FaultServer(FaultPlan plan, Ledger ledger) {
        this(plan, ledger, false);
    }

    /** The same, and as the real service does, used nonces are refused when it is guarded. */
    FaultServer(FaultPlan plan, Ledger ledger, boolean guarded) {
        this.plan = plan;
        this.ledger = ledger;
        this.guarded = guarded;
        this.listener = listenSomewhere(new SplittableRandom());
        this.port = listener.getLocalPort();
        threads.execute(this::acceptAll);
    }

    private static ServerSocket listenSomewhere(SplittableRandom random) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return listen(LOWEST_PORT + random.nextInt(PORTS));
            } catch (BindException e) {
                continue; // taken
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port");
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    private void acceptAll() {
        long number = 0;
        while (!closed) {
            try {
                Socket socket = listener.accept();
                number++;
                Fault fault = plan.ofConnection(number);
                if (fault != Fault.NONE) {
                    ledger.inject(fault);
                }
                if (fault == Fault.RESET_ON_ACCEPT) {
                    reset(socket);
                    continue;
                }
                var served = new Served(socket);
                connections.add(served);
                threads.execute(served);
                if (fault == Fault.REFUSED_FOR_A_WHILE) {
                    refuseForAWhile();
                } else if (fault == Fault.NOT_ACCEPTED_FOR_A_WHILE) {
                    dropIdle();
                    pause(PAUSING_MILLIS);
                }
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void refuseForAWhile() throws IOException {
        listener.close();
        dropIdle();
        pause(REFUSING_MILLIS);
        for (int tries = 0; !closed; tries++) {
            try {
                listener = listen(port);
                return;
            } catch (BindException e) {
                if (tries > 100) {
                    throw e;
                }
                pause(20);
            }
        }
    }

    private void dropIdle() {
        for (Served connection : connections) {
            if (connection.idle) {
                ledger.inject(Fault.IDLE_CLOSED_AT_ONCE);
                close(connection.socket);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(connection -> close(connection.socket));
        threads.shutdownNow();
    }

    /** Faults last as long as they last in the world. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // it is closed already
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    /** A request, as far as this service looks at it. */
    private record Received(String path, Map<String, String> params, Map<String, String> headers) {
        boolean isRead() {
            return headers.getOrDefault("x-acs-action", params.getOrDefault("Action", ""))
                    .startsWith("Query");
        }

        int id() {
            for (String name : new String[] {"TaskId", "MessageId", "OutId", "BizId"}) {
                if (params.containsKey(name)) {
                    return Integer.parseInt(params.getOrDefault(name, ""));
                }
            }
            throw new IllegalStateException("a request without an id: " + params.keySet());
        }

        String nonce() {
            return headers.getOrDefault("x-acs-signature-nonce", params.getOrDefault("SignatureNonce", ""));
        }
    }

    /** One connection. */
    private final class Served implements Runnable {
        final Socket socket;
        volatile boolean idle = true;
        private final InputStream in;
        private final OutputStream out;

        Served(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(MAX_READ_MILLIS);
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        @Override
        public void run() {
            try {
                while (!closed && answered()) {
                    // the next request of this connection
                }
            } catch (IOException e) {
                // the client left, or a fault closed the connection
            } finally {
                FaultServer.close(socket);
                connections.remove(this);
            }
        }

        /** Takes one request. @return whether the connection goes on */
        private boolean answered() throws IOException {
            Received request = receive();
            if (request == null) {
                return false;
            }
            if (!request.path.equals("/")) {
                ledger.followedRedirects.incrementAndGet();
                return answer(404, "", failure("InvalidApi.NotFound", ""));
            }
            boolean isNew = ledger.nonce(request.nonce());
            int id = request.id();
            int arrival = ledger.arrived(id);
            FaultPlan.Draw draw = plan.of(id, arrival);
            ledger.inject(draw.fault());
            if (guarded && !isNew) {
                return answer(400, "", failure("SignatureNonceUsed", ""));
            }
            if (draw.fault() == Fault.RESET_BEFORE_LAST_BYTE) {
                ledger.forget(request.nonce());
            }
            if (draw.acts()) {
                ledger.process(id);
            }
            return carryOut(draw, request, id);
        }

        private @Nullable Received receive() throws IOException {
            var head = new ByteArrayOutputStream(1024);
            int ending = 0;
            while (ending < 4) {
                idle = head.size() == 0;
                int next = in.read();
                idle = false;
                if (next < 0) {
                    return null;
                }
                head.write(next);
                ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : next == '\r' ? 1 : 0;
            }
            String[] lines = head.toString(ISO_8859_1).split("\r\n");
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            byte[] body = headers.containsKey("transfer-encoding")
                    ? readChunks()
                    : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            String target = lines[0].split(" ", -1)[1];
            int mark = target.indexOf('?');
            Map<String, String> params = new TreeMap<>();
            addPairs(mark < 0 ? "" : target.substring(mark + 1), params);
            addPairs(new String(body, UTF_8), params);
            return new Received(mark < 0 ? target : target.substring(0, mark), params, headers);
        }

        private byte[] readChunks() throws IOException {
            var body = new ByteArrayOutputStream();
            while (true) {
                int length = Integer.parseInt(readLine().strip(), 16);
                body.write(in.readNBytes(length));
                readLine();
                if (length == 0) {
                    return body.toByteArray();
                }
            }
        }

        private String readLine() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the client left");
                }
                line.append((char) next);
            }
            return line.toString();
        }

        private static void addPairs(String pairs, Map<String, String> params) {
            for (String pair : pairs.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    params.put(
                            URLDecoder.decode(pair.substring(0, equals), UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
            }
        }

        private boolean carryOut(FaultPlan.Draw draw, Received request, int id) throws IOException {
            SplittableRandom random = draw.random();
            String quoted = request.params.values().toString();
            String good = good(request, id);
            switch (draw.fault()) {
                case NONE -> {
                    return answer(200, "", good);
                }
                case DELAY -> {
                    pause(50 + random.nextInt(150));
                    return answer(200, "", good);
                }
                case EXTRA_INTERIM_ANSWER -> {
                    write("HTTP/1.1 100 Continue\r\n\r\n");
                    return answer(200, "", good);
                }
                case CLOSE_AFTER_ANSWER -> {
                    answer(200, random.nextBoolean() ? "Connection: close\r\n" : "", good);
                    return false;
                }
                case CLOSE_WHILE_IDLE -> {
                    answer(200, "", good);
                    idle = true;
                    socket.setSoTimeout(110 + random.nextInt(100));
                    in.mark(1);
                    boolean another = in.read() >= 0;
                    socket.setSoTimeout(MAX_READ_MILLIS);
                    in.reset();
                    return another;
                }
                case RESET_BEFORE_LAST_BYTE, RESET_AFTER_LAST_BYTE -> {
                    reset(socket);
                    return false;
                }
                case CLOSE_WITHOUT_ANSWER -> {
                    return false;
                }
                case STALL -> {
                    awaitEnd();
                    return false;
                }
                case CUT_IN_HEAD -> {
                    write("HTTP/1.1 200 OK\r\nContent-Ty");
                    return false;
                }
                case CUT_IN_BODY, RESET_IN_BODY -> {
                    write(head(200, "", good.length()) + good.substring(0, good.length() / 2));
                    if (draw.fault() == Fault.RESET_IN_BODY) {
                        reset(socket);
                    }
                    return false;
                }
                case DRIP_SLOWLY -> {
                    drip(head(200, "", good.length()) + good, 5);
                    return true;
                }
                case DRIP_WITHOUT_END -> {
                    String head = head(200, "", HUGE);
                    drip(
                            random.nextBoolean()
                                    ? head + good.repeat(100)
                                    : "HTTP/1.1 200 OK\r\nX: " + good.repeat(100),
                            50);
                    return false;
                }
                case LENGTH_TOO_LONG -> {
                    write(head(200, "", good.length() + 9) + good);
                    if (random.nextBoolean()) {
                        awaitEnd();
                    }
                    return false;
                }
                case LENGTH_TOO_SHORT -> {
                    write(head(200, "", good.length() - 40) + good);
                    return true;
                }
                case GARBAGE -> {
                    out.write(garbage(random, quoted, good));
                    return false;
                }
                case HTML_IN_200 -> {
                    return answer(200, "", "<html><p>Sign in to the network to send " + quoted + "</html>");
                }
                case HUGE_WITH_LENGTH -> {
                    write(head(200, "", HUGE));
                    flood(false);
                    return false;
                }
                case HUGE_IN_CHUNKS -> {
                    write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    flood(true);
                    return false;
                }
                case FAILURE_IN_200 -> {
                    return answer(200, "", failure("isv.MOBILE_NUMBER_ILLEGAL", quoted));
                }
                default -> {
                    return answerStatus(draw.fault(), random, quoted);
                }
            }
        }

        private boolean answerStatus(Fault fault, SplittableRandom random, String quoted) throws IOException {
            int status = fault.status();
            String headers = switch (fault) {
                case STATUS_301, STATUS_302, STATUS_307, STATUS_308 -> "Location: " + endpoint() + "/elsewhere\r\n";
                case STATUS_429_RETRY_AFTER ->
                    random.nextBoolean() ? "Retry-After: 1\r\n" : "x-acs-retry-after: 60\r\n";
                case STATUS_503_RETRY_AT_ONCE -> "Retry-After: 0\r\n";
                case STATUS_503_RETRY_LATER -> "Retry-After: 1\r\n";
                default -> "";
            };
            String code = status == 429 ? "Throttling.User" : status == 400 ? "InvalidParameter" : "ServiceUnavailable";
            String body = status == 429 || status == 400 || random.nextBoolean()
                    ? failure(code, quoted)
                    : "<html><h1>" + status + "</h1>" + quoted + "</html>";
            return answer(status, headers, body);
        }

        private static String failure(String code, String quoted) {
            return "{\"Code\":\"" + code + "\",\"ResponseCode\":\"" + code + "\",\"Message\":\"not valid: "
                    + quoted.replaceAll("[\"\\\\]", "") + "\",\"RequestId\":\"F-1\"}";
        }

        /** An answer that fits both products; what it says of the message comes last, so that cuts go through it. */
        private static String good(Received request, int id) {
            return "{\"Code\":\"OK\",\"ResponseCode\":\"OK\",\"ResponseDescription\":\"OK\",\"RequestId\":\"F-0\",\"BizId\":\""
                    + id + "\",\"MessageId\":\"" + id + "\",\"ErrorDescription\":\"" + id + "\",\"To\":\""
                    + Marks.number(id) + "\",\"Message\":\""
                    + Marks.text(id) + "\"}";
        }

        private static byte[] garbage(SplittableRandom random, String quoted, String good) {
            return switch (random.nextInt(8)) {
                case 0 -> {
                    byte[] bytes = new byte[1 + random.nextInt(400)];
                    random.nextBytes(bytes);
                    yield bytes;
                }
                case 1 -> (quoted + "\r\n\r\n").getBytes(UTF_8);
                case 2 -> ("HTTP/1.1 2OO " + quoted + "\r\n\r\n").getBytes(UTF_8);
                case 3 ->
                    ("HTTP/1.1 200 OK\r\nContent-Length: " + quoted + "\r\nContent-Type: ;;\r\n: x\r\n\r\n" + quoted)
                            .getBytes(UTF_8);
                case 4 ->
                    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + quoted + "\r\n" + good).getBytes(UTF_8);
                case 5 ->
                    ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + good.length() + "\r\n\r\n"
                                    + good)
                            .getBytes(UTF_8);
                case 6 ->
                    ("HTTP/1.1 " + ODD[random.nextInt(ODD.length)] + " " + quoted
                                    + "\r\nContent-Length: 5\r\n\r\n{\"a\":")
                            .getBytes(UTF_8);
                default -> ("HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n" + quoted).getBytes(UTF_8);
            };
        }

        private boolean answer(int status, String headers, String body) throws IOException {
            write(head(status, headers, body.getBytes(UTF_8).length) + body);
            return true;
        }

        private static String head(int status, String headers, int length) {
            return "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\n" + headers
                    + "Content-Length: " + length + "\r\n\r\n";
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
        }

        /** Half of it at once, then byte by byte. */
        private void drip(String text, int everyMillis) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            int half = Math.min(bytes.length - 30, bytes.length / 2);
            out.write(bytes, 0, half);
            for (int i = half; i < Math.min(bytes.length, half + MAX_DRIP) && !closed; i++) {
                out.write(bytes[i]);
                pause(everyMillis);
            }
        }

        private void flood(boolean chunked) throws IOException {
            byte[] block = new byte[1 << 16];
            java.util.Arrays.fill(block, (byte) ' ');
            for (int sent = 0; sent < HUGE; sent += block.length) {
                if (chunked) {
                    write("10000\r\n");
                }
                out.write(block);
                if (chunked) {
                    write("\r\n");
                }
            }
        }

        private void awaitEnd() throws IOException {
            socket.setSoTimeout(5_000);
            while (in.read() >= 0) {
                // nobody answers
            }
        }
    }
}
