package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.PercentCoding;
import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.gateway.WireRequest;
import io.github.alimsg.testing.products.QueueXml;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A request to a queue, read and within bounds.
 *
 * @param queue the queue's name
 * @param operation what is to be done
 * @param count how many messages are wanted at most
 * @param longest how long to wait for the first message; null for what the queue says
 * @param handles the handles to delete, or the one to change
 * @param visibility how long the message is to stay hidden
 */
record QueueRequest(
        String queue,
        Operation operation,
        int count,
        @Nullable Duration longest,
        List<String> handles,
        Duration visibility) {
    static final int MAX_MESSAGES = 16;
    private static final int MAX_WAIT_SECONDS = 30;
    private static final int MAX_VISIBILITY_SECONDS = 43_200;
    private static final String PATH = "/queues/";
    private static final String MESSAGES = "/messages";

    /** What can be done, by the service's names. */
    enum Operation {
        RECEIVE("ReceiveMessage"),
        BATCH_RECEIVE("BatchReceiveMessage"),
        PEEK("PeekMessage"),
        BATCH_PEEK("BatchPeekMessage"),
        DELETE("DeleteMessage"),
        BATCH_DELETE("BatchDeleteMessage"),
        CHANGE_VISIBILITY("ChangeMessageVisibility"),
        ATTRIBUTES("GetQueueAttributes");

        private final String serviceName;

        Operation(String serviceName) {
            this.serviceName = serviceName;
        }

        String serviceName() {
            return serviceName;
        }
    }

    /** A request that is refused. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Invalid(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static boolean isToQueue(String path) {
        return path.startsWith(PATH);
    }

    /** The name of the queue. */
    static String queue(WireRequest request) {
        String path = request.path().substring(PATH.length());
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** What a request asks for; null when it is nothing that a consumer may. */
    static @Nullable Operation operation(WireRequest request) {
        String rest = request.path().substring(PATH.length() + queue(request).length());
        if (rest.isEmpty()) {
            return request.method().equals("GET") ? Operation.ATTRIBUTES : null;
        }
        if (!rest.equals(MESSAGES)) {
            return null;
        }
        Map<String, String> parameters = parameters(request);
        boolean many = parameters.containsKey("numOfMessages");
        return switch (request.method()) {
            case "GET" ->
                "true".equalsIgnoreCase(parameters.get("peekonly"))
                        ? many ? Operation.BATCH_PEEK : Operation.PEEK
                        : many ? Operation.BATCH_RECEIVE : Operation.RECEIVE;
            case "DELETE" -> parameters.containsKey("ReceiptHandle") ? Operation.DELETE : Operation.BATCH_DELETE;
            case "PUT" -> Operation.CHANGE_VISIBILITY;
            default -> null;
        };
    }

    /** Parameters by name, in any case. */
    private static Map<String, String> parameters(WireRequest request) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (PercentCoding.Pair pair : request.query()) {
            parameters.putIfAbsent(pair.name(), pair.value());
        }
        return parameters;
    }

    /** Reads a request that asks for something. */
    static QueueRequest of(WireRequest request, Operation operation) throws Invalid {
        Map<String, String> parameters = parameters(request);
        Integer count = number(parameters, "numOfMessages", 1, MAX_MESSAGES);
        Integer wait = number(parameters, "waitseconds", 0, MAX_WAIT_SECONDS);
        Integer visibility = number(parameters, "VisibilityTimeout", 1, MAX_VISIBILITY_SECONDS);
        if (visibility == null && operation == Operation.CHANGE_VISIBILITY) {
            throw new Invalid(QueueErrors.missing("VisibilityTimeout"));
        }
        return new QueueRequest(
                queue(request),
                operation,
                count == null ? 1 : count,
                wait == null ? null : Duration.ofSeconds(wait),
                handles(request, operation, parameters.get("ReceiptHandle")),
                Duration.ofSeconds(visibility == null ? 0 : visibility));
    }

    private static @Nullable Integer number(Map<String, String> parameters, String name, int low, int high)
            throws Invalid {
        String text = parameters.get(name);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException outOfBoundsToo) {
            // as any other that is out of bounds
        }
        throw new Invalid(QueueErrors.outOfBounds(name, low, high));
    }

    private static List<String> handles(WireRequest request, Operation operation, @Nullable String handle)
            throws Invalid {
        if (operation == Operation.BATCH_DELETE) {
            List<String> handles;
            try {
                handles = QueueXml.handles(request.body());
            } catch (XMLStreamException e) {
                throw new Invalid(QueueErrors.BAD_XML);
            }
            if (handles.isEmpty() || handles.size() > MAX_MESSAGES) {
                throw new Invalid(QueueErrors.outOfBounds("ReceiptHandle count", 1, MAX_MESSAGES));
            }
            return handles;
        }
        boolean needed = operation == Operation.DELETE || operation == Operation.CHANGE_VISIBILITY;
        if (needed && (handle == null || handle.isEmpty())) {
            throw new Invalid(QueueErrors.missing("ReceiptHandle"));
        }
        return needed && handle != null ? List.of(handle) : List.of();
    }
}
