package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.SendChatappMessageRequest;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With every log switched on, whatever goes wrong, nothing that the requests held can be read anywhere. */
@Isolated // switches on every log of the JVM
class NothingPersonalLeaksTest {
    private static final String SECRET = "s3cretS3cretS3cretS3cretMark30";
    private static final String TOKEN = "CAISt0kenT0kenT0kenT0kenMarkToken";
    private static final String PHONE = "6281277700123";
    private static final String CODE = "482913";
    private static final String TEXT = "Dear Ayu, your parcel waits, with code " + CODE + ".";

    private final StringBuilder seen = new StringBuilder();
    private final List<String> signatures = new ArrayList<>();
    private final List<Logger> loggers = List.of(Logger.getLogger("io.github.alimsg"), Logger.getLogger("okhttp3"));
    private final Handler capture = new Handler() {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public synchronized void publish(LogRecord line) {
            seen.append(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        for (Logger logger : loggers) {
            logger.setLevel(Level.ALL);
            logger.addHandler(capture);
        }
        capture.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        for (Logger logger : loggers) {
            logger.setLevel(null);
            logger.removeHandler(capture);
        }
    }

    private static final List<Consumer<Stub>> WHATEVER_GOES_WRONG = List.of(
            Stub::thenSucceed,
            Stub::thenCutAfterRequest,
            Stub::thenCutInAnswer,
            Stub::thenStall,
            Stub::thenThrottle,
            stub -> stub.thenRespond(Reply.html(502, "<html>" + PHONE)),
            stub -> stub.thenReturn("{\"Code\":\"OK\",\"BizId\":" + PHONE),
            stub -> stub.thenAnswer(NothingPersonalLeaksTest::valuesQuoted),
            stub -> stub.thenReturn(403, planted("isv." + PHONE)),
            stub -> stub.thenReturn(403, planted(CODE)),
            stub -> stub.thenReturn(403, planted("isv." + CODE)),
            stub -> stub.thenReturn(503, planted("Throttling." + CODE)),
            stub -> stub.thenReturn(planted(PHONE)),
            stub -> stub.thenReturn(planted("isv.BUSINESS_LIMIT_CONTROL")),
            stub -> stub.thenReturn(planted("OK") + PHONE),
            stub -> stub.thenRespond(Reply.xml(
                    400,
                    "<Error><Code>X." + CODE + "</Code><RequestId>" + PHONE + "</RequestId><Message>" + CODE
                            + "</Message></Error>")),
            stub -> stub.thenAnswer(NothingPersonalLeaksTest::everythingQuoted));

    /** Marks in every field of an answer that gets into a message, each by itself or within something longer. */
    private static String planted(String code) {
        return "{\"Code\":\"" + code + "\",\"ResponseCode\":\"" + code + "\",\"RequestId\":\"R-" + PHONE
                + "\",\"Message\":\"" + CODE + " and " + CODE + "\",\"ResponseDescription\":\"code" + CODE
                + ", "
                + CODE + "\",\"AccessDeniedDetail\":{\"AuthAction\":\"sms:" + PHONE + "\",\"AuthPrincipalType\":\""
                + CODE + "\",\"PolicyType\":\"" + CODE + "\",\"NoPermissionType\":\"" + PHONE
                + "\",\"EncodedDiagnosticMessage\":\"A" + CODE + "\"}}";
    }

    /** What services do when they do not like a value: they quote it, and what stands inside it. */
    private static Reply valuesQuoted(ReceivedCall call) {
        String leaves = String.join(" ", call.parameters().values()).replaceAll("[{}\":,]+", " ");
        return Reply.json(
                400, "{\"Code\":\"InvalidParameter\",\"Message\":\"Not valid: " + leaves + "\",\"RequestId\":\"R\"}");
    }

    /** What the real gateway does when it does not like a signature: it quotes the request, encoded twice. */
    private static Reply everythingQuoted(ReceivedCall call) {
        String twice = encoded(encoded(call.parameters().toString()));
        return Reply.json(
                400,
                "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"Specified signature is not matched with our"
                        + " calculation. server string to sign is:POST&%2F&" + twice + "\",\"RequestId\":\"R\"}");
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void nothingCanBeRead(Signature signature) {
        for (Consumer<Stub> wrong : WHATEVER_GOES_WRONG) {
            try (FakeCloud cloud = FakeCloud.start()) {
                Credentials credentials = Credentials.temporary("STS.NTExampleKey", SECRET, TOKEN, null);
                cloud.accept(credentials);
                wrong.accept(cloud.whenAny());
                Consumer<ClientBuilder<?>> settings = builder -> builder.endpoint(cloud.endpoint())
                        .credentials(CredentialsProviders.fixed(credentials))
                        .signature(signature)
                        .readTimeout(Duration.ofMillis(200))
                        .timeSource(new ManualTime(Instant.now()))
                        .addListener(new PrintingListener());
                callEverything(settings);
                rememberSignatures(cloud);
                note(credentials);
            }
        }

        for (String mark : List.of(SECRET, TOKEN, PHONE, TEXT, "Ayu", CODE)) {
            assertThat(linesWith(mark)).isEmpty();
            assertThat(linesWith(encoded(mark))).isEmpty();
            assertThat(linesWith(encoded(encoded(mark)))).isEmpty();
        }
        assertThat(signatures)
                .isNotEmpty()
                .allSatisfy(sign -> assertThat(linesWith(sign)).isEmpty());
        assertThat(seen.toString()).as("the logs were captured").contains("SendSms", "attempt");
    }

    private void callEverything(Consumer<ClientBuilder<?>> settings) {
        DysmsInternationalClient.Builder international = DysmsInternationalClient.builder();
        settings.accept(international);
        try (DysmsInternationalClient sms = international.build()) {
            var request = SendMessageToGlobeRequest.builder()
                    .to(PHONE)
                    .from("Acme")
                    .message(TEXT)
                    .putParam("Extra", TEXT)
                    .build();
            note(request, request.toBuilder());
            note(() -> sms.sendMessageToGlobe(request));
            note(sms);
        }
        DysmsMainlandClient.Builder mainland = DysmsMainlandClient.builder();
        settings.accept(mainland);
        try (DysmsMainlandClient sms = mainland.build()) {
            var request = SendSmsRequest.builder()
                    .phoneNumbers(PHONE)
                    .signName("Acme")
                    .templateCode("SMS_1")
                    .templateParam(Map.of("code", CODE, "name", "Ayu"))
                    .build();
            note(request, request.templateParam().size());
            note(() -> sms.sendSms(request));
        }
        CamsClient.Builder chat = CamsClient.builder();
        settings.accept(chat);
        try (CamsClient cams = chat.build()) {
            var request = SendChatappMessageRequest.builder()
                    .channelType("whatsapp")
                    .type("template")
                    .from("8613800001111")
                    .to(PHONE)
                    .templateCode("t")
                    .language("en")
                    .templateParams(Map.of("name", "Ayu", "code", CODE))
                    .content("{\"text\":\"" + TEXT + "\"}")
                    .build();
            note(request);
            note(() -> cams.sendChatappMessage(request));
        }
    }

    private void note(Supplier<SdkResponse> call) {
        try {
            note((Object) call.get());
        } catch (SdkException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            note(trace, e);
            if (e instanceof ServiceException refusal) {
                note(refusal.code(), refusal.requestId(), refusal.serviceMessage(), refusal.accessDenied());
            }
        }
    }

    private void note(Object... objects) {
        for (Object object : objects) {
            seen.append(object).append('\n');
        }
    }

    private void rememberSignatures(FakeCloud cloud) {
        for (ReceivedCall call : cloud.received()) {
            String header = call.header("authorization");
            String signature = header == null
                    ? call.query().get("Signature")
                    : header.substring(header.indexOf("Signature=") + 10);
            signatures.add(Objects.requireNonNull(signature));
        }
    }

    private List<String> linesWith(String mark) {
        return seen.toString().lines().filter(line -> line.contains(mark)).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Prints whatever a listener is given. */
    private final class PrintingListener implements CallListener {
        @Override
        public void started(CallInfo call) {
            note(call);
        }

        @Override
        public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
            note(call, attempt, failure);
        }

        @Override
        public void finished(
                CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
            note(call, String.valueOf(result), String.valueOf(failure));
        }
    }
}
