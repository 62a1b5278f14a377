package io.github.alimsg.testing;

import io.github.alimsg.core.time.TimeSource;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Takes every request through the gateway's checks to its answer. */
final class Gateway extends Dispatcher {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** What the metadata of nearly every operation lists. */
    private static final Set<String> METHODS = Set.of("GET", "POST");

    final Keys keys = new Keys();
    final NonceMemory nonces = new NonceMemory();
    final Limits limits = new Limits();
    final Catalog catalog = new Catalog();
    final ObjectStore objects = new ObjectStore(this::now);
    final Answers answers = new Answers(catalog, objects);
    final Map<String, Stub> stubs = new ConcurrentHashMap<>();
    final Set<String> anonymous = ConcurrentHashMap.newKeySet();
    final Queue<Throwable> defects = new ConcurrentLinkedQueue<>();
    final RequestLog requestLog;

    volatile Stub anyOther = new Stub();
    volatile Duration skew = Duration.ZERO;
    volatile boolean offline;

    private final MockWebServer server;
    private final FakeReceipts receipts;
    private final TimeSource time;
    private final SignatureCheck signatures = new SignatureCheck(keys);
    private final AtomicLong sequence = new AtomicLong();

    Gateway(MockWebServer server, TimeSource time, RequestLog requestLog, FakeReceipts receipts) {
        this.server = server;
        this.time = time;
        this.requestLog = requestLog;
        this.receipts = receipts;
    }

    Instant now() {
        return time.instant().plus(skew);
    }

    /** Asked when a connection is opened, before anything of it is read. */
    @Override
    public MockResponse peek() {
        var nothing = new MockResponse.Builder();
        return offline ? nothing.onRequestStart(new SocketEffect.CloseSocket()).build() : nothing.build();
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        server.takeRequest(0, TimeUnit.NANOSECONDS); // else it keeps every request for ever
        try {
            return offline ? cut() : new GatewayExchange(recorded).answer();
        } catch (RuntimeException | Error defect) {
            defects.add(defect);
            return sent(answers.refusal(
                            new Refusal(500, "InternalError", "FakeCloud met a defect: " + defect), "", false))
                    .build();
        }
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private MockResponse.Builder sent(Reply reply) {
        var response = new MockResponse.Builder().code(reply.status());
        response.body(new Buffer().write(reply.bytes()));
        reply.headers().forEach(response::setHeader);
        if (!reply.hasHeader("Date")) {
            response.setHeader("Date", HTTP_DATE.format(now()));
        }
        if (!reply.hasHeader("x-acs-request-id")) {
            response.setHeader("x-acs-request-id", Answers.newRequestId());
        }
        if (reply.disconnecting()) {
            response.onResponseEnd(new SocketEffect.CloseSocket());
        }
        return response;
    }

    /** One request and its way. */
    private final class GatewayExchange {
        private final RecordedRequest recorded;
        private final long number = sequence.incrementAndGet();
        private final Instant now = now();
        private final ByteString body;

        GatewayExchange(RecordedRequest recorded) {
            this.recorded = recorded;
            this.body = recorded.getBody() == null ? ByteString.EMPTY : recorded.getBody();
        }

        MockResponse answer() {
            WireRequest request;
            try {
                request = WireRequest.of(recorded.getMethod(), recorded.getTarget(), headers(), body);
            } catch (CharacterCodingException undecodable) {
                record(Map.of(), null);
                return refused(new Refusal(400, "InvalidParameter", "The request is not percent-encoded UTF-8."), null);
            }
            SignatureClaim claim = SignatureClaim.of(request);
            String action = claim.action();
            if (action == null || action.isEmpty()) {
                record(request.headers(), null);
                return refused(Refusal.missing("Action"), request);
            }
            Stub stub = stubs.getOrDefault(action, anyOther);
            if (stub.takeCutBeforeRequest()) {
                record(request.headers(), null);
                return cut();
            }
            var call = new ReceivedCall(request, claim, action, number, recorded.getConnectionIndex(), now, null);
            Refusal refusal = refusal(request, claim, call);
            if (refusal != null) {
                record(request.headers(), call.refusedWith(refusal.code()));
                return refused(refusal, request);
            }
            StubbedAnswer step = stub.take();
            Refusal stubbed = step.refusal();
            record(request.headers(), stubbed == null ? call : call.refusedWith(stubbed.code()));
            return end(step, call);
        }

        private List<Map.Entry<String, String>> headers() {
            var headers = recorded.getHeaders();
            return IntStream.range(0, headers.size())
                    .mapToObj(i -> Map.entry(headers.name(i), headers.value(i)))
                    .toList();
        }

        private void record(Map<String, String> headers, @Nullable ReceivedCall call) {
            requestLog.add(new ReceivedRequest(
                    recorded.getMethod(),
                    recorded.getTarget(),
                    headers,
                    body,
                    number,
                    recorded.getConnectionIndex(),
                    call));
        }

        private @Nullable Refusal refusal(WireRequest request, SignatureClaim claim, ReceivedCall call) {
            if (!METHODS.contains(request.method())) {
                return new Refusal(400, "UnsupportedHTTPMethod", "This http method is not supported.");
            }
            if (!request.path().equals("/")) {
                return new Refusal(
                        404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method.");
            }
            if (call.version().isEmpty()) {
                return Refusal.missing("Version");
            }
            Refusal refusal = catalog.refusal(call.operation(), call.version());
            if (refusal == null && !(claim.kind() == null && anonymous.contains(call.operation()))) {
                refusal = signatures.refusal(request, claim, now);
                String nonce = claim.nonce();
                if (refusal == null && nonce != null && !nonces.isNew(nonce, now)) {
                    refusal = new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
                }
            }
            if (refusal == null) {
                Catalog.Known known = catalog.find(call.operation(), call.version());
                refusal = limits.refusal(call.operation(), known == null ? null : known.operation(), now);
            }
            return refusal;
        }

        private MockResponse refused(Refusal refusal, @Nullable WireRequest request) {
            boolean xmlWanted = request != null && "XML".equalsIgnoreCase(request.parameter("Format"));
            String host = request == null ? "" : request.headers().getOrDefault("host", "");
            MockResponse.Builder response = sent(answers.refusal(refusal, host, xmlWanted));
            return (recorded.getMethod().equals("HEAD") ? response.body("") : response).build();
        }

        private MockResponse end(StubbedAnswer step, ReceivedCall call) {
            Reply reply = step.answer().to(call, answers);
            if (step.refusal() == null && step.end() != StubbedAnswer.End.CUT_BEFORE_REQUEST) {
                receipts.sent(call, reply);
            }
            MockResponse.Builder response = switch (step.end()) {
                case STALL -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
                case CUT_BEFORE_REQUEST, CUT_AFTER_REQUEST ->
                    new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
                case CUT_IN_ANSWER -> sent(reply).onResponseBody(new SocketEffect.CloseSocket());
                case ANSWER -> sent(reply);
            };
            if (time instanceof ManualTime manual) {
                manual.advance(step.delay());
            } else if (!step.delay().isZero()) {
                response.headersDelay(step.delay().toNanos(), TimeUnit.NANOSECONDS);
            }
            return response.build();
        }
    }
}
