package io.github.alimsg.testing.gateway;

import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
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
final class Requests extends Dispatcher {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final MockWebServer server;
    private final FakeClock clock;
    private final Stubs stubs;
    private final List<Service> services;
    private final Faults faults;
    private final GatewayListener listener;
    private final Queue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private final AtomicLong sequence = new AtomicLong();
    private volatile boolean offline;

    Requests(
            MockWebServer server,
            FakeClock clock,
            Stubs stubs,
            List<Service> services,
            Faults faults,
            GatewayListener listener) {
        this.server = server;
        this.clock = clock;
        this.stubs = stubs;
        this.services = services;
        this.faults = faults;
        this.listener = listener;
    }

    private Service service(@Nullable String target) {
        String path = target == null ? "" : target;
        return services.stream()
                .filter(service -> service.serves(path))
                .findFirst()
                .orElseThrow();
    }

    void goOffline(boolean away) {
        offline = away;
    }

    List<Throwable> defects() {
        return List.copyOf(defects);
    }

    void forgetDefects() {
        defects.clear();
    }

    /** Asked when a connection is opened, before anything of it is read. */
    @Override
    public MockResponse peek() {
        var nothing = new MockResponse.Builder();
        return isOffline()
                ? nothing.onRequestStart(new SocketEffect.CloseSocket()).build()
                : nothing.build();
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        server.takeRequest(0, TimeUnit.NANOSECONDS); // else it keeps every request for ever
        return isOffline() ? cut() : new Exchange(recorded).handle();
    }

    private boolean isOffline() {
        return offline || faults.isOffline();
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private MockResponse.Builder sent(WireReply reply, Service service, Duration skew) {
        var response = new MockResponse.Builder().code(reply.status());
        response.body(new Buffer().write(reply.bytes()));
        reply.headers().forEach(response::setHeader);
        if (!reply.hasHeader("Date")) {
            response.setHeader("Date", HTTP_DATE.format(clock.now().plus(skew)));
        }
        if (!reply.hasHeader(service.requestIdHeader())) {
            response.setHeader(service.requestIdHeader(), Replies.newRequestId());
        }
        if (reply.status() == 204) {
            response.removeHeader("Content-Length");
        }
        if (reply.disconnecting()) {
            response.onResponseEnd(new SocketEffect.CloseSocket());
        }
        return response;
    }

    /** One request and its way. */
    private final class Exchange {
        private final RecordedRequest recorded;
        private final long number = sequence.incrementAndGet();
        private final Instant now = clock.now();
        private final ByteString body;
        private final Service service;
        private final Outcome outcome = new Outcome();
        private Injection injection = Injection.NONE;
        private @Nullable Received received;

        Exchange(RecordedRequest recorded) {
            this.recorded = recorded;
            this.body = recorded.getBody() == null ? ByteString.EMPTY : recorded.getBody();
            this.service = service(recorded.getTarget());
        }

        MockResponse handle() {
            MockResponse response;
            try {
                response = answer();
            } catch (RuntimeException | Error defect) {
                defects.add(defect);
                response = sent(service.refusal(
                                new Refusal(500, "InternalError", "FakeCloud met a defect: " + defect), "", false))
                        .build();
            }
            if (received != null) {
                try {
                    outcome.got(injection.applied());
                    listener.replied(received);
                } catch (RuntimeException | Error defect) {
                    defects.add(defect);
                }
            }
            return response;
        }

        private MockResponse.Builder sent(WireReply reply) {
            outcome.replied(reply);
            return Requests.this.sent(reply, service, injection.skew());
        }

        private MockResponse answer() {
            WireRequest request;
            try {
                request = WireRequest.of(recorded.getMethod(), recorded.getTarget(), headers(), body);
            } catch (CharacterCodingException undecodable) {
                record(Map.of(), null);
                return refused(new Refusal(400, "InvalidParameter", "The request is not percent-encoded UTF-8."), null);
            }
            SignatureClaim claim = service.claim(request);
            String action = claim.action();
            if (action == null || action.isEmpty()) {
                record(request.headers(), null);
                return refused(service.noOperation(), request);
            }
            StubbedAnswers stub = stubs.of(action);
            if (stub.takeCutBeforeRequest()) {
                record(request.headers(), null);
                return cut();
            }
            var call = new Call(request, claim, action, number, recorded.getConnectionIndex(), now);
            boolean mayFail = !faults.isEmpty() && stub.isEmpty();
            if (mayFail) {
                injection = new Injection();
                faults.beforeChecks(call, injection);
            }
            if (injection.isCut()) {
                record(request.headers(), null);
                return cut();
            }
            Refusal refusal = injection.refusal();
            if (refusal == null) {
                refusal = service.refusal(request, call, now.plus(injection.skew()));
            }
            if (refusal != null) {
                record(request.headers(), call.refusedWith(refusal));
                return refused(refusal, request);
            }
            StubbedAnswer step = mayFail ? injected(call) : stub.take();
            Refusal stubbed = step.refusal();
            record(request.headers(), stubbed == null ? call : call.refusedWith(stubbed));
            return end(step, call);
        }

        private StubbedAnswer injected(Call call) {
            faults.afterChecks(call, injection);
            return injection.answer();
        }

        private List<Map.Entry<String, String>> headers() {
            var headers = recorded.getHeaders();
            return IntStream.range(0, headers.size())
                    .mapToObj(i -> Map.entry(headers.name(i), headers.value(i)))
                    .toList();
        }

        private void record(Map<String, String> headers, @Nullable Call call) {
            received = new Received(
                    recorded.getMethod(),
                    recorded.getTarget(),
                    headers,
                    body,
                    number,
                    recorded.getConnectionIndex(),
                    call,
                    outcome);
            listener.received(received);
        }

        private MockResponse refused(Refusal refusal, @Nullable WireRequest request) {
            boolean xmlWanted = request != null && "XML".equalsIgnoreCase(request.parameter("Format"));
            String host = request == null ? "" : request.headers().getOrDefault("host", "");
            MockResponse.Builder response = sent(service.refusal(refusal, host, xmlWanted));
            return (recorded.getMethod().equals("HEAD") ? response.body("") : response).build();
        }

        private MockResponse end(StubbedAnswer step, Call call) {
            WireReply reply = step.answer().to(call, service);
            if (step.refusal() == null && step.end() != StubbedAnswer.End.CUT_BEFORE_REQUEST) {
                listener.accepted(call, reply);
            }
            MockResponse.Builder response = switch (step.end()) {
                case STALL -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
                case CUT_BEFORE_REQUEST, CUT_AFTER_REQUEST ->
                    new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
                case CUT_IN_ANSWER -> sent(reply).onResponseBody(new SocketEffect.CloseSocket());
                case ANSWER -> sent(reply);
            };
            if (!clock.advance(step.delay()) && !step.delay().isZero()) {
                response.headersDelay(step.delay().toNanos(), TimeUnit.NANOSECONDS);
            }
            return response.build();
        }
    }
}
