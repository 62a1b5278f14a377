package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.protocol.QueueExchange.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Receives messages, deletes them, and changes how long they are invisible. Thread-safe. */
public final class QueueClient {
    /** The most messages of a request. */
    public static final int MAX_MESSAGES = 16;

    private static final String NO_BODY = "";
    private static final int MAX_OTHER_BYTES = 64 << 10;

    /** A text of 64 KiB may be twice as long in XML; Base64 has nothing to escape. */
    private static final long MAX_MESSAGE_BYTES = 2L * XmlElement.MAX_TEXT + 4_096;

    private final QueueExchange exchange;

    /**
     * Creates a client.
     *
     * @param transport carries the requests
     * @param origin scheme and authority of the queues
     * @param time this machine's clock
     */
    public QueueClient(HttpTransport transport, String origin, TimeSource time) {
        this.exchange = new QueueExchange(transport, origin, time);
    }

    /** {@return the time at the service, as far as is known} */
    public Instant now() {
        return exchange.now();
    }

    /**
     * Receives messages, or waits for some.
     *
     * @param queue the queue
     * @param count the most messages to receive, 1 to 16
     * @param wait how long the service waits for the first; up to 30 seconds, in whole ones
     * @return the messages; empty when there were none
     * @throws SdkException when that is not known
     */
    public List<ReceivedMessage> receive(Queue queue, int count, Duration wait) {
        String query = "numOfMessages=" + count + "&waitseconds=" + wait.toSeconds();
        var request = new QueueRequest(
                "BatchReceiveMessage",
                "GET",
                path(queue),
                query,
                NO_BODY,
                wait,
                MAX_MESSAGE_BYTES * count + MAX_OTHER_BYTES);
        Reply reply = exchange.send(queue, request);
        if (reply.failure() != null && reply.failure().code().equals("MessageNotExist")) {
            return List.of();
        }
        reply.orThrow();
        return read(request, reply, () -> Replies.messages(reply.http(), reply.at()));
    }

    /**
     * Deletes messages, all by one request.
     *
     * @param queue their queue
     * @param handles their handles, 1 to 16
     * @return which were not deleted
     * @throws SdkException when that is not known
     */
    public Deleted delete(Queue queue, List<String> handles) {
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ReceiptHandles xmlns=\"http://mns.aliyuncs.com/doc/v1/\">");
        for (String handle : handles) {
            body.append("<ReceiptHandle>").append(escaped(handle)).append("</ReceiptHandle>");
        }
        String batch = body.append("</ReceiptHandles>").toString();
        Reply reply = exchange.send(
                queue,
                new QueueRequest(
                        "BatchDeleteMessage", "DELETE", path(queue), "", batch, Duration.ZERO, MAX_OTHER_BYTES));
        ServiceException failure = reply.failure();
        if (failure == null) {
            return Deleted.ALL;
        }
        Deleted deleted = Replies.deleted(reply.http());
        if (deleted != null) {
            return deleted;
        }
        if (reply.hasLapsed()) {
            return new Deleted(List.copyOf(handles), List.of());
        }
        throw failure;
    }

    /**
     * Sets how long a message stays invisible from now on.
     *
     * @param queue its queue
     * @param handle its handle, which is dead afterwards
     * @param invisible 1 second to 12 hours
     * @return its new handle; null when its visibility had ended before
     * @throws SdkException when that is not known
     */
    public @Nullable String changeVisibility(Queue queue, String handle, Duration invisible) {
        String query = "receiptHandle=" + encoded(handle) + "&visibilityTimeout=" + Math.max(1, invisible.toSeconds());
        var request = new QueueRequest(
                "ChangeMessageVisibility", "PUT", path(queue), query, NO_BODY, Duration.ZERO, MAX_OTHER_BYTES);
        Reply reply = exchange.send(queue, request);
        if (reply.hasLapsed()) {
            return null;
        }
        reply.orThrow();
        return read(request, reply, () -> Replies.newHandle(reply.http()));
    }

    private static <T> T read(QueueRequest request, Reply reply, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedResponseException(
                    request.operation(),
                    1,
                    reply.http().status(),
                    String.valueOf(e.getMessage()),
                    reply.http().text(),
                    null);
        }
    }

    private static String path(Queue queue) {
        return "/queues/" + queue.name() + "/messages";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Handles are signed and sent as they are, but for what would be another request. */
    private static String encoded(String handle) {
        var encoded = new StringBuilder();
        for (byte next : handle.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (next & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || "-._~+/=".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
