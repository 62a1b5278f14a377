package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.Signature;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fake remembers of the requests that it received. */
class RecordsTest {
    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final PlainClient client = new PlainClient(cloud);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private PlainClient.Call call(String operation) {
        return client.call(operation).at(time.instant());
    }

    @Test
    void aCallIsRemembered() throws IOException {
        call("AddShortUrl")
                .host("dysmsapi.aliyuncs.com")
                .version("2017-05-25")
                .nonce("n1")
                .query("B", "")
                .query("A", "阿里 +&=")
                .form("C", "x y")
                .post();

        ReceivedCall call = cloud.received("AddShortUrl").get(0);

        assertThat(call.operation()).isEqualTo("AddShortUrl");
        assertThat(call.version()).isEqualTo("2017-05-25");
        assertThat(call.host()).isEqualTo("dysmsapi.aliyuncs.com");
        assertThat(call.query().toString()).isEqualTo("{A=阿里 +&=, B=}");
        assertThat(call.form().toString()).isEqualTo("{C=x y}");
        assertThat(call.parameters().toString()).isEqualTo("{A=阿里 +&=, B=, C=x y}");
        assertThat(call.parameter("A")).isEqualTo("阿里 +&=");
        assertThat(call.parameter("D")).isNull();
        assertThat(call.headers()).containsEntry("x-acs-action", "AddShortUrl");
        assertThat(call.header("X-Acs-Version")).isEqualTo("2017-05-25");
        assertThat(call.nonce()).isEqualTo("n1");
        assertThat(call.signedAt()).isEqualTo(time.instant());
        assertThat(call.receivedAt()).isEqualTo(time.instant());
        assertThat(call.signature()).isEqualTo(Signature.ACS3_HMAC_SHA256);
        assertThat(call.accessKeyId()).isEqualTo(cloud.credentials().accessKeyId());
        assertThat(call.hasSecurityToken()).isFalse();
        assertThat(call.connection()).isZero();
        assertThat(call.sequence()).isEqualTo(1);
        assertThat(call.accepted()).isTrue();
        assertThat(call.refusalCode()).isNull();
    }

    @Test
    void callsLookAlikeWhateverTheirSignature() throws IOException {
        var temporary = cloud.acceptTemporary(Duration.ofHours(1));
        call("AddShortUrl").query("A", "1").form("B", "2").by(temporary).post();
        call("AddShortUrl").query("A", "1").form("B", "2").by(temporary).postRpc();

        List<ReceivedCall> calls = cloud.received();

        assertThat(calls)
                .extracting(ReceivedCall::signature)
                .containsExactly(Signature.ACS3_HMAC_SHA256, Signature.RPC_1_0);
        assertThat(calls.get(1).parameters()).isEqualTo(calls.get(0).parameters());
        assertThat(calls.get(1).version()).isEqualTo(calls.get(0).version());
        assertThat(calls.get(1).query()).containsEntry("Format", "JSON");
        assertThat(calls).allMatch(ReceivedCall::hasSecurityToken).allMatch(ReceivedCall::accepted);
        assertThat(calls).extracting(ReceivedCall::accessKeyId).containsOnly(temporary.accessKeyId());
        assertThat(calls).extracting(ReceivedCall::connection).containsOnly(0);
        assertThat(calls).extracting(ReceivedCall::sequence).containsExactly(1L, 2L);
    }

    @Test
    void refusedCallsAreRememberedAsSuch() throws IOException {
        call("SendSms").at("never").post();

        assertThat(cloud.received("SendSms")).singleElement().satisfies(call -> {
            assertThat(call.accepted()).isFalse();
            assertThat(call.refusalCode()).isEqualTo("InvalidTimeStamp.Format");
            assertThat(call.signedAt()).isNull();
        });
    }

    @Test
    void attemptsAreWhole() throws IOException {
        call("AddShortUrl").query("A", "1").form("B", "2").post();

        ReceivedRequest attempt = cloud.attempts().get(0);

        assertThat(attempt.method()).isEqualTo("POST");
        assertThat(attempt.target()).isEqualTo("/?A=1");
        assertThat(attempt.body()).isEqualTo("B=2");
        assertThat(attempt.headers()).containsKeys("host", "authorization", "x-acs-date");
        assertThat(attempt.connection()).isZero();
        assertThat(attempt.sequence()).isEqualTo(1);
        assertThat(attempt.call()).isSameAs(cloud.received().get(0));
    }

    @Test
    void nothingPrintsValues() throws IOException {
        call("SendSms")
                .query("PhoneNumbers", "13900000000")
                .form("Extra", "secret-text")
                .post();
        call("SendSms").query("PhoneNumbers", "13900000000").at("never").postRpc();

        String printed = cloud.received() + " " + cloud.attempts() + " " + cloud + " " + cloud.credentials();

        assertThat(printed)
                .contains("SendSms[PhoneNumbers, Extra]", "SendSms[PhoneNumbers] refused: InvalidTimeStamp.Format")
                .doesNotContain(
                        "13900000000",
                        "secret-text",
                        "Signature=",
                        cloud.credentials().accessKeySecret());
    }

    @Test
    void recordsAreCopiesThatCannotBeChanged() throws IOException {
        call("SendSms").query("A", "1").post();
        ReceivedCall call = cloud.received().get(0);

        assertThatThrownBy(() -> cloud.received().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> cloud.attempts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.query().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.form().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void resetMakesTheFakeAsGoodAsNew() throws IOException {
        cloud.when("SendSms").thenReturn("stub");
        cloud.whenAny().thenReturn("any");
        cloud.skewClock(Duration.ofDays(1)).enforceLimit("SendSms", 1).errorsAsXml();
        cloud.revoke(cloud.credentials().accessKeyId());
        var temporary = cloud.acceptTemporary(Duration.ofHours(1));
        call("SendSms")
                .nonce("n")
                .by(temporary)
                .at(time.instant().plus(Duration.ofDays(1)))
                .post();
        cloud.goOffline();

        cloud.reset();

        assertThat(cloud.received()).isEmpty();
        assertThat(cloud.receivedCount()).isZero();
        assertThat(cloud.receivedCount("SendSms")).isZero();
        assertThat(call("SendSms").nonce("n").post().body()).contains("\"Code\":\"OK\"");
        assertThat(call("SendSms").post().status()).isEqualTo(200);
        assertThat(call("SendSms").by(temporary).post().body()).startsWith("{").contains("InvalidAccessKeyId.NotFound");
        assertThat(cloud.receivedCount("SendSms")).isEqualTo(3);
    }

    @Test
    void waitingForCallsEndsWithThem() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> answer = threads.submit(() ->
                    call("SendSms").post().status() + call("SendSms").post().status());

            cloud.awaitReceived(2, Duration.ofSeconds(10));
            cloud.awaitReceived("SendSms", 2, Duration.ofSeconds(10));

            assertThat(cloud.received()).hasSize(2);
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(400);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void waitingInVainFails() throws IOException {
        call("SendSms").post();

        assertThatThrownBy(() -> cloud.awaitReceived("SendSms", 2, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 2 calls of SendSms within PT0.001S and received 1");
        assertThatThrownBy(() -> cloud.awaitReceived("QueryMessage", 1, Duration.ZERO))
                .isInstanceOf(AssertionError.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> cloud.awaitReceived(2, Duration.ofSeconds(10)))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aFakeThatOnlyCountsKeepsNothing() throws IOException {
        try (var counting = FakeCloud.builder().countOnly().start();
                var caller = new PlainClient(counting)) {
            caller.call("SendSms").post();
            caller.call("QueryMessage").post();

            assertThat(counting.receivedCount()).isEqualTo(2);
            assertThat(counting.receivedCount("SendSms")).isEqualTo(1);
            assertThatThrownBy(counting::received).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(counting::attempts).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void twoHundredClientsAtOnceAreServed() throws Exception {
        cloud.when("SendSms").thenThrottle().thenSucceed();
        List<Integer> statuses =
                inParallel(i -> call("SendSms").query("I", "" + i).post().status());

        assertThat(statuses).filteredOn(status -> status == 400).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(199);
        assertThat(cloud.received()).hasSize(200);
        assertThat(cloud.received()).extracting(ReceivedCall::sequence).isSorted();
        assertThat(cloud.received().stream().map(call -> call.parameter("I")).collect(Collectors.toSet()))
                .hasSize(200);
        assertThat(cloud.receivedCount("SendSms")).isEqualTo(200);
    }

    @Test
    void ofTwoHundredEqualNoncesOneIsAccepted() throws Exception {
        List<Integer> statuses =
                inParallel(i -> call("SendSms").nonce("same").post().status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(cloud.received()).filteredOn(ReceivedCall::accepted).hasSize(1);
    }

    private interface Numbered {
        int run(int number) throws IOException;
    }

    private static List<Integer> inParallel(Numbered task) throws Exception {
        var threads = Executors.newFixedThreadPool(200);
        try {
            List<Callable<Integer>> tasks = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<Integer>) () -> task.run(i))
                    .toList();
            var results = new ArrayList<Integer>();
            for (Future<Integer> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th-TH-u-ca-buddhist-nu-thai", "ar-EG-u-nu-arab", "tr-TR", "zh-CN"})
    void theDefaultLocaleChangesNothing(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            var answer = call("SendSms").post();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("Date")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
            assertThat(Instant.parse(cloud.received().get(0).header("X-ACS-DATE")))
                    .isEqualTo(time.instant());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void largeRequestsDoNotFillTheMemoryOfAFakeThatKeepsTheNewest() throws IOException {
        String text = "x".repeat(1 << 20);
        try (FakeCloud keeping = FakeCloud.builder().timeSource(time).keep(1000).start();
                PlainClient caller = new PlainClient(keeping)) {
            for (int i = 0; i < 20; i++) {
                caller.call("AddShortUrl").at(time.instant()).form("Text", text).post();
            }

            assertThat(keeping.receivedCount()).isEqualTo(20);
            assertThat(keeping.attempts()).hasSize(15);
            assertThat(keeping.attempts().get(14).sequence()).isEqualTo(20);
        }
    }
}
