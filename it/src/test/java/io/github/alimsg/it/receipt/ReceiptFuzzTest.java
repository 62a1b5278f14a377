package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptPart;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever bytes are posted, they are receipts or a {@link MalformedReceiptException}. */
class ReceiptFuzzTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            ":",
            "null",
            "true",
            "-",
            "1e999999999",
            "0x1",
            "\\u0000",
            "\\ud800",
            "\\\"",
            "{\\\"a\\\":",
            "[[[[",
            "\uFEFF",
            "\n",
            "\"\":{}",
            "W3t9XQ==",
            "9".repeat(400));

    @FuzzTest
    void anyBytesAreReceiptsOrMalformed(byte[] body) throws IllegalAccessException {
        for (Parsers.Parser parser : Parsers.ALL) {
            try {
                for (ReceiptPart part : parser.parse(body)) {
                    readEverything(part);
                }
            } catch (MalformedReceiptException e) {
                e.place().length();
            }
        }
        for (ReceiptDispatcher receipts : Parsers.DISPATCHERS) {
            for (Exception failure : receipts.handle(body).failures()) {
                if (!(failure instanceof MalformedReceiptException)) {
                    throw new AssertionError("a failure of another kind", failure);
                }
            }
        }
    }

    /** The same without a fuzzer: documented bodies with bytes changed, left out, put in and taken from each other. */
    @Test
    void damagedBodiesAreReceiptsOrMalformed() throws IllegalAccessException {
        List<byte[]> bodies = Stream.of(Bodies.CAMS, Bodies.MAINLAND, Bodies.GLOBE)
                .flatMap(List::stream)
                .map(Bodies::bytes)
                .toList();
        var random = new Random(Long.getLong("receipts.seed", 20261121));
        for (int round = 0; round < Integer.getInteger("receipts.rounds", 3_000); round++) {
            byte[] body = bodies.get(random.nextInt(bodies.size()));
            for (int damages = random.nextInt(4); damages >= 0; damages--) {
                body = damaged(body, bodies.get(random.nextInt(bodies.size())), random);
            }
            try {
                anyBytesAreReceiptsOrMalformed(body);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("round " + round + ": " + new String(body, UTF_8), e);
            }
        }
    }

    private static byte[] damaged(byte[] body, byte[] other, Random random) {
        int from = random.nextInt(body.length + 1);
        int to = from + random.nextInt(Math.min(40, body.length - from + 1));
        byte[] between;
        switch (random.nextInt(4)) {
            case 0 -> between = new byte[0];
            case 1 -> between = bytes(PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> {
                between = new byte[1 + random.nextInt(4)];
                random.nextBytes(between);
            }
            default -> {
                int start = random.nextInt(other.length);
                between = Arrays.copyOfRange(other, start, start + random.nextInt(other.length - start));
            }
        }
        var damaged = new ByteArrayOutputStream();
        damaged.write(body, 0, from);
        damaged.writeBytes(between);
        damaged.write(body, to, body.length - to);
        return damaged.toByteArray();
    }

    private static void readEverything(ReceiptPart part) throws IllegalAccessException {
        for (Method accessor : part.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0 && ReceiptPart.class.isAssignableFrom(accessor.getDeclaringClass())) {
                try {
                    accessor.invoke(part);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw new AssertionError(accessor + " throws", e.getCause());
                }
            }
        }
        part.raw("");
        part.raw("/0/Message/a/0");
        if (part instanceof Receipt receipt
                && receipt.key() != null
                && receipt.key().length() > 60) {
            throw new AssertionError("a key that grows");
        }
    }
}
