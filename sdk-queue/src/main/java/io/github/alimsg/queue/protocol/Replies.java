package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the replies of queues. */
final class Replies {
    private static final int MAX_CODE = 100;
    private static final int MAX_MESSAGE = 300;
    private static final long MAX_VISIBILITY_SECONDS = 43_200;

    private Replies() {}

    /** The service's clock as a reply has it; null when it has none. */
    static @Nullable Instant date(HttpResponse reply) {
        String date = reply.header("Date");
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Reads the messages of a reply.
     *
     * @param now when they were handed out, by the service's clock
     * @throws IllegalArgumentException when it has something else; quotes nothing
     */
    static List<ReceivedMessage> messages(HttpResponse reply, Instant now) {
        XmlElement root = XmlElement.read(reply.text());
        List<XmlElement> elements = root.name().equals("Message") ? List.of(root) : root.children("Message");
        List<ReceivedMessage> messages = new ArrayList<>();
        for (XmlElement element : elements) {
            long enqueued = element.number("EnqueueTime", -1);
            messages.add(new ReceivedMessage(
                    required(element, "MessageId"),
                    required(element, "ReceiptHandle"),
                    required(element, "MessageBody"),
                    (int) Math.max(1, Math.min(Integer.MAX_VALUE, element.number("DequeueCount", 1))),
                    enqueued < 0 ? null : Instant.ofEpochMilli(enqueued),
                    now,
                    visibility(element, now)));
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("the reply has no message");
        }
        return messages;
    }

    /** Reads the handle that a message has after its visibility was changed. */
    static String newHandle(HttpResponse reply) {
        return required(XmlElement.read(reply.text()), "ReceiptHandle");
    }

    /** In whole seconds, as it is set: both times are the service's. */
    private static Duration visibility(XmlElement element, Instant now) {
        long next = element.number("NextVisibleTime", now.toEpochMilli());
        long seconds = Math.floorDiv(next - now.toEpochMilli(), 1_000L);
        return Duration.ofSeconds(Math.max(1, Math.min(MAX_VISIBILITY_SECONDS, seconds)));
    }

    private static String required(XmlElement element, String name) {
        String text = element.text(name);
        if (text == null) {
            throw new IllegalArgumentException("the reply has no " + name);
        }
        return text;
    }

    /** Reads the handles that a batch of deletes failed for; null when the whole batch failed. */
    static @Nullable Deleted deleted(HttpResponse reply) {
        XmlElement root;
        try {
            root = XmlElement.read(reply.text());
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (!root.name().equals("Errors")) {
            return null;
        }
        List<String> lapsed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (XmlElement error : root.children("Error")) {
            String handle = error.text("ReceiptHandle");
            if (handle != null) {
                (isLapsed(error.text("ErrorCode")) ? lapsed : failed).add(handle);
            }
        }
        return new Deleted(lapsed, failed);
    }

    /** Whether a code says that a handle opens nothing any more. */
    static boolean isLapsed(@Nullable String code) {
        return "MessageNotExist".equals(code) || "ReceiptHandleError".equals(code);
    }

    /** Reads why a request was refused. */
    static ServiceException failure(String operation, int attempts, HttpResponse reply) {
        String code = null;
        String message = null;
        String requestId = reply.header("x-mns-request-id");
        try {
            XmlElement root = XmlElement.read(reply.text());
            code = root.text("Code");
            message = root.text("Message");
            requestId = requestId == null ? root.text("RequestId") : requestId;
        } catch (IllegalArgumentException e) {
            // HTML of a proxy: the status has to do
        }
        boolean usable =
                code != null && code.length() <= MAX_CODE && code.chars().allMatch(c -> c > ' ' && c < 0x7f);
        String name = usable ? String.valueOf(code) : "HTTP-" + reply.status();
        ErrorKind kind = kind(name, reply.status());
        // what was signed is repeated in the message of a wrong signature
        boolean shown = message != null && message.length() <= MAX_MESSAGE && kind != ErrorKind.SIGNATURE;
        return new ServiceException(
                operation,
                attempts,
                new ServiceException.Details(
                        reply.status(), name, kind, shown ? message : null, requestId, null, reply.text()));
    }

    private static ErrorKind kind(String code, int status) {
        if (code.startsWith("InvalidSecurityToken")) {
            return ErrorKind.AUTHENTICATION;
        }
        return switch (code) {
            case "InvalidAccessKeyId" -> ErrorKind.AUTHENTICATION;
            case "AccessDenied" -> ErrorKind.PERMISSION;
            case "SignatureDoesNotMatch" -> ErrorKind.SIGNATURE;
            case "TimeExpired", "InvalidDateHeader" -> ErrorKind.CLOCK;
            case "QueueNotExist", "MessageNotExist", "ReceiptHandleError" -> ErrorKind.NOT_FOUND;
            case "QpsLimitExceeded" -> ErrorKind.THROTTLING;
            default -> status >= 500 ? ErrorKind.SERVER_FAULT : ErrorKind.UNKNOWN;
        };
    }
}
