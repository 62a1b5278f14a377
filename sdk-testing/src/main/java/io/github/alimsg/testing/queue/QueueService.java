package io.github.alimsg.testing.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.Keys;
import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.gateway.Service;
import io.github.alimsg.testing.gateway.SignatureClaim;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.gateway.WireRequest;
import io.github.alimsg.testing.products.QueueMessage;
import io.github.alimsg.testing.products.QueueXml;
import io.github.alimsg.testing.products.QueueXml.NotDeleted;
import io.github.alimsg.testing.queue.QueueRequest.Invalid;
import io.github.alimsg.testing.queue.QueueRequest.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service that queues are called at. */
final class QueueService implements Service {
    private static final String REQUEST_ID = "x-mns-request-id";
    private static final int MAX_BODY = 65_536;

    private final Queues queues;
    private final Keys accountKeys;

    /**
     * A service.
     *
     * @param accountKeys the keys of the account, which do not open queues
     */
    QueueService(Queues queues, Keys accountKeys) {
        this.queues = queues;
        this.accountKeys = accountKeys;
    }

    @Override
    public boolean serves(String path) {
        return QueueRequest.isToQueue(path);
    }

    @Override
    public Set<String> operations() {
        return Arrays.stream(Operation.values()).map(Operation::serviceName).collect(Collectors.toSet());
    }

    @Override
    public SignatureClaim claim(WireRequest request) {
        return QueueSignature.claim(request, QueueRequest.operation(request));
    }

    @Override
    public Refusal noOperation() {
        return QueueErrors.BAD_URL;
    }

    @Override
    public @Nullable Refusal refusal(WireRequest request, Call call, Instant now) {
        Refusal refusal = QueueSignature.incomplete(request, now);
        QueueSignature signature = QueueSignature.of(request);
        if (refusal != null || signature == null) {
            return refusal;
        }
        String id = signature.keyId();
        QueueKeys keys = queues.keys();
        refusal = keys.refusal(id, call.claim().securityToken(), now, accountKeys.secret(id) != null);
        if (refusal == null) {
            refusal = signature.mismatch(request, Objects.requireNonNull(keys.secret(id)), keys);
        }
        if (refusal == null) {
            refusal = keys.closed(id, QueueRequest.queue(request));
        }
        return refusal == null ? invalid(request) : refusal;
    }

    private @Nullable Refusal invalid(WireRequest request) {
        if (queues.find(QueueRequest.queue(request)) == null) {
            return QueueErrors.NO_QUEUE;
        }
        try {
            read(request);
            return null;
        } catch (Invalid e) {
            return e.refusal();
        }
    }

    private static QueueRequest read(WireRequest request) throws Invalid {
        return QueueRequest.of(request, Objects.requireNonNull(QueueRequest.operation(request)));
    }

    @Override
    public WireReply success(Call call, ObjectNode fields) {
        MessageQueue queue = queues.find(QueueRequest.queue(call.request()));
        if (queue == null) {
            return refusal(QueueErrors.NO_QUEUE, call.host(), true);
        }
        try {
            return reply(queue, read(call.request()), call.host());
        } catch (Invalid checkedBefore) {
            return refusal(checkedBefore.refusal(), call.host(), true);
        }
    }

    private WireReply reply(MessageQueue queue, QueueRequest request, String host) {
        return switch (request.operation()) {
            case RECEIVE -> one(queue.receive(1, request.longest()), host);
            case BATCH_RECEIVE -> several(queue.receive(request.count(), request.longest()), host);
            case PEEK -> one(queue.peek(1), host);
            case BATCH_PEEK -> several(queue.peek(request.count()), host);
            case DELETE -> {
                var failed = queue.delete(request.handles()).values().iterator();
                yield failed.hasNext() ? refusal(failed.next(), host, true) : WireReply.empty(204);
            }
            case BATCH_DELETE -> deleted(queue.delete(request.handles()));
            case CHANGE_VISIBILITY -> {
                String handle = request.handles().get(0);
                QueueMessage message = queue.changeVisibility(handle, request.visibility());
                yield message == null
                        ? refusal(QueueErrors.deadHandle(handle), host, true)
                        : WireReply.xml(200, QueueXml.changedVisibility(message));
            }
            case ATTRIBUTES ->
                WireReply.xml(200, QueueXml.attributes(queue.name(), queue.created(), attributes(queue)));
        };
    }

    private WireReply one(List<QueueMessage> messages, String host) {
        return messages.isEmpty()
                ? refusal(QueueErrors.NO_MESSAGE, host, true)
                : WireReply.xml(200, QueueXml.message(messages.get(0)));
    }

    private WireReply several(List<QueueMessage> messages, String host) {
        return messages.isEmpty()
                ? refusal(QueueErrors.NO_MESSAGE, host, true)
                : WireReply.xml(200, QueueXml.messages(messages));
    }

    private static WireReply deleted(Map<String, Refusal> failed) {
        if (failed.isEmpty()) {
            return WireReply.empty(204);
        }
        List<NotDeleted> all = new ArrayList<>();
        failed.forEach((handle, why) -> all.add(new NotDeleted(handle, why.code(), why.message())));
        return WireReply.xml(404, QueueXml.notDeleted(all));
    }

    private static Map<String, Long> attributes(MessageQueue queue) {
        QueueState state = queue.state();
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("VisibilityTimeout", state.visibility().toSeconds());
        numbers.put("MaximumMessageSize", (long) MAX_BODY);
        numbers.put("MessageRetentionPeriod", MessageStore.RETENTION.toSeconds());
        numbers.put("DelaySeconds", 0L);
        numbers.put("PollingWaitSeconds", state.pollingWait().toSeconds());
        numbers.put("ActiveMessages", (long) state.visible());
        numbers.put("InactiveMessages", (long) state.hidden());
        numbers.put("DelayMessages", 0L);
        return numbers;
    }

    @Override
    public String requestIdHeader() {
        return REQUEST_ID;
    }

    @Override
    public WireReply businessFailure(Call call, String code, String message) {
        return refusal(new Refusal(400, code, message), call.host(), true);
    }

    @Override
    public WireReply denial(Call call, String action) {
        return refusal(new Refusal(403, "AccessDenied", "Not allowed: " + action), call.host(), true);
    }

    @Override
    public WireReply refusal(Refusal refusal, String host, boolean xmlWanted) {
        Refusal translated = QueueErrors.translated(refusal);
        String id = QueueXml.newId();
        return WireReply.xml(translated.status(), QueueXml.error(translated.code(), translated.message(), id, host))
                .withHeader(REQUEST_ID, id);
    }
}
