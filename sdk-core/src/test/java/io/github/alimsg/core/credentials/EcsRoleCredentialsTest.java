package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EcsRoleCredentialsTest {
    private static final String OF_ROLE = MetadataService.ROLES + "messaging";
    private static final CredentialsHttp PATIENT = new CredentialsHttp(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final CredentialsHttp HASTY = new CredentialsHttp(Duration.ofSeconds(2), Duration.ofMillis(200));

    private final MetadataService service = new MetadataService();
    private final ManualTime time = new ManualTime();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void tokenIsAskedForFirstThenTheRoleThenItsCredentials() {
        assertThat(role(null, Map.of()).credentials()).isEqualTo(MetadataService.expected("STS.1"));

        assertThat(service.asked())
                .containsExactly("PUT /latest/api/token", "GET " + MetadataService.ROLES, "GET " + OF_ROLE);
        assertThat(service.requests().get(0).getHeaders().get("X-aliyun-ecs-metadata-token-ttl-seconds"))
                .isEqualTo("60");
    }

    @Test
    void namedRoleIsNotLookedUp() {
        role("messaging", Map.of()).credentials();

        assertThat(service.asked()).containsExactly("PUT /latest/api/token", "GET " + OF_ROLE);
    }

    @Test
    void environmentNamesTheRole() {
        CredentialsEnvironment environment = service.with(Map.of("ALIBABA_CLOUD_ECS_METADATA", " messaging "));

        assertThat(EcsRoleCredentials.of(environment, null)).hasToString("ECS role messaging");
        assertThat(EcsRoleCredentials.of(environment, "other")).hasToString("ECS role other");
        assertThat(EcsRoleCredentials.of(environment, null).credentials().accessKeyId())
                .isEqualTo("STS.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 500, 503})
    void withoutATokenTheServiceIsAskedAllTheSame(int status) {
        service.needsToken = false;
        service.answer(MetadataService.TOKEN, status, "");

        assertThat(role("messaging", Map.of()).credentials().accessKeyId()).isEqualTo("STS.1");
        assertThat(service.requests().get(1).getHeaders().get("X-aliyun-ecs-metadata-token"))
                .isNull();
    }

    @Test
    void tokenThatIsLostOnItsWayIsDoneWithout() {
        service.needsToken = false;
        service.stall(MetadataService.TOKEN);

        assertThat(role("messaging", Map.of(), HASTY).credentials().accessKeyId())
                .isEqualTo("STS.1");
    }

    @Test
    void goingOnWithoutATokenCanBeForbidden() {
        service.needsToken = false;
        service.answer(MetadataService.TOKEN, 404, "");

        CredentialsException failure = failure(role("messaging", Map.of("ALIBABA_CLOUD_IMDSV1_DISABLED", "true")));

        assertThat(failure)
                .hasMessage("no credentials; ECS role messaging: no token (HTTP 404),"
                        + " and ALIBABA_CLOUD_IMDSV1_DISABLED forbids continuing without one");
        assertThat(failure.isMisconfigured()).isTrue();
        assertThat(service.asked()).containsExactly("PUT /latest/api/token");
    }

    @Test
    void tokenThatCannotStandInAHeaderIsNotSent() {
        service.needsToken = false;
        service.answer(MetadataService.TOKEN, 200, "a\nX-Injected: b");

        role("messaging", Map.of()).credentials();

        assertThat(service.requests().get(1).getHeaders().names())
                .doesNotContain("X-Injected", "X-aliyun-ecs-metadata-token");
    }

    @Test
    void switchedOffServiceIsNotAsked() {
        CredentialsException failure = failure(role(null, Map.of("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "TRUE")));

        assertThat(failure).hasMessage("no credentials; ECS role: switched off by ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        assertThat(failure.isMisconfigured()).isFalse();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void machineWithoutARoleHasNothingSet() {
        service.answer(MetadataService.ROLES, 404, "");

        CredentialsException failure = failure(role(null, Map.of()));

        assertThat(failure).hasMessage("no credentials; ECS role: no role is attached to this machine");
        assertThat(failure.isMisconfigured()).isFalse();
    }

    @Test
    void namedRoleThatIsNotThereIsWrong() {
        CredentialsException failure = failure(role("other", Map.of()));

        assertThat(failure).hasMessageEndingWith("ECS role other: the role other is not attached to this machine");
        assertThat(failure.isMisconfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 403, 429, 500, 503})
    void whateverElseIsAnsweredIsToldByItsStatus(int status) {
        service.answer(
                OF_ROLE,
                new MockResponse.Builder()
                        .code(status)
                        .setHeader("Location", service.uri() + MetadataService.ROLES)
                        .body(MetadataService.credentials("STS.1", null))
                        .build());

        CredentialsException failure = failure(role("messaging", Map.of()));

        assertThat(failure).hasMessageEndingWith("the metadata service replied with HTTP " + status);
        assertThat(failure.isMisconfigured()).isTrue();
        assertThat(service.asked()).hasSize(2); // no redirect, no repeat
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "topsecret",
                "[]",
                "{}",
                "{\"Code\":\"AssumeRoleUnauthorizedOperation\"}",
                "{\"Code\":\"topsecret toptoken\"}",
                "{\"Code\":\"Success\",\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"topsecret\"}",
                "{\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"top secret\",\"SecurityToken\":\"toptoken\"}",
                "{\"AccessKeyId\":\"id\",\"AccessKeySecret\":null,\"SecurityToken\":\"toptoken\"}",
                "{\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"topsecret\",\"SecurityToken\":\"toptoken\","
                        + "\"Expiration\":\"toptoken\"}"
            })
    void malformedAnswersAreErrorsThatQuoteNothing(String body) {
        service.answer(OF_ROLE, 200, body);

        CredentialsException failure = failure(role("messaging", Map.of()));

        assertThat(failure)
                .hasMessageContaining("ECS role messaging: replied with")
                .hasMessageNotContaining("topsecret")
                .hasMessageNotContaining("toptoken");
        assertThat(failure.isMisconfigured()).isTrue();
    }

    @Test
    void codeOfAFailureIsTold() {
        service.answer(OF_ROLE, 200, "{\"Code\":\"AssumeRoleUnauthorizedOperation\"}");

        assertThat(failure(role("messaging", Map.of())))
                .hasMessageEndingWith("replied with code AssumeRoleUnauthorizedOperation");
    }

    @Test
    void largeAnswersAreNotRead() {
        service.answer(OF_ROLE, 200, "x".repeat((64 << 10) + 1));

        assertThat(failure(role("messaging", Map.of()))).hasMessageEndingWith("the reply is larger than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "a/b", "..%2f", "a b", ""})
    void anInvalidRoleNameIsNotAskedFor(String name) {
        service.answer(MetadataService.ROLES, 200, name);

        assertThat(failure(role(null, Map.of())))
                .hasMessageEndingWith("replied with something that is not a role name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../user-data", "a?b", "a b", "a\nb"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThat(failure(role(name, Map.of()))).hasMessageEndingWith("is not a valid role name");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void slowServiceIsGivenUp() {
        service.stall(OF_ROLE);

        CredentialsException failure = failure(role("messaging", Map.of(), HASTY));

        assertThat(failure)
                .hasMessageEndingWith("asking the metadata service failed: timeout: the service was silent for 200 ms");
        assertThat(failure.isMisconfigured()).isTrue();
    }

    @Test
    void answerThatDripsIsGivenUp() {
        service.answer(
                OF_ROLE,
                new MockResponse.Builder()
                        .body("x".repeat(100))
                        .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                        .build());

        assertThat(failure(role("messaging", Map.of(), HASTY)))
                .hasMessageContaining(
                        "asking the metadata service failed: timeout: "); // the call's, or silence on a busy machine
    }

    @Test
    void otherMachinesHaveNothingSet() throws IOException {
        CredentialsException failure = failure(at(nobody(), null));

        assertThat(failure).hasMessageContaining("ECS role: the metadata service cannot be reached: ConnectException");
        assertThat(failure.isMisconfigured()).isFalse();
    }

    @Test
    void namedRoleOfAMachineThatHasNoServiceIsWrong() throws IOException {
        assertThat(failure(at(nobody(), "messaging")).isMisconfigured()).isTrue();
    }

    @Test
    void serviceThatHasAnsweredOnceIsNotTakenForAbsentLater() {
        EcsRoleCredentials role = role(null, Map.of());
        role.credentials();
        service.close();

        assertThat(failure(role).isMisconfigured()).isTrue();
    }

    @Test
    void expirationIsToldByTheClockOfThisMachine() {
        time.advance(Duration.ofHours(3)); // ahead of the service
        service.answer(
                OF_ROLE,
                new MockResponse.Builder()
                        .setHeader("Date", "Fri, 02 Jan 2026 03:04:05 GMT")
                        .body(MetadataService.credentials("STS.1", MetadataService.END))
                        .build());

        assertThat(role("messaging", Map.of()).credentials().expiration())
                .isEqualTo(Instant.parse("2026-01-02T12:04:05Z"));
    }

    @Test
    void unknownExpirationIsLeftOpen() {
        service.answer(OF_ROLE, 200, MetadataService.credentials("STS.1", null));

        assertThat(role("messaging", Map.of()).credentials().expiration()).isNull();
    }

    @Test
    void keptCredentialsAreRenewedAheadOfTheirEndAndServeOnMeanwhile() {
        var cached = new CachedCredentials(role("messaging", Map.of()), time, () -> 0);
        assertThat(cached.credentials().accessKeyId()).isEqualTo("STS.1");
        service.answer(OF_ROLE, 500, "");
        time.advance(Duration.ofMinutes(354));
        assertThat(cached.credentials().accessKeyId()).isEqualTo("STS.1");
        time.advance(Duration.ofMinutes(2));
        assertThat(cached.credentials().accessKeyId()).isEqualTo("STS.1"); // asked, refused, still valid
        assertThat(service.asked()).hasSize(4);

        service.answer(OF_ROLE, 200, MetadataService.credentials("STS.2", "2026-01-02T15:00:00Z"));
        time.advance(Duration.ofSeconds(5));

        assertThat(cached.credentials().accessKeyId()).isEqualTo("STS.2");
    }

    @Test
    void noThreadIsLeftBehind() {
        Set<String> before = threads();

        role(null, Map.of()).credentials();

        assertThat(threads()).filteredOn(name -> name.contains("Keep-Alive")).isSubsetOf(before);
    }

    @Test
    void interruptedThreadDoesNotAsk() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> role(null, Map.of()).credentials()).isInstanceOf(CredentialsException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(service.asked()).isEmpty();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    private static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private EcsRoleCredentials role(@Nullable String name, Map<String, String> variables) {
        return role(name, variables, PATIENT);
    }

    private EcsRoleCredentials role(@Nullable String name, Map<String, String> variables, CredentialsHttp http) {
        return new EcsRoleCredentials(service.with(variables), name, http, time);
    }

    private EcsRoleCredentials at(URI service, @Nullable String name) {
        return new EcsRoleCredentials(
                new CredentialsEnvironment(variable -> null, property -> null, () -> null, service),
                name,
                PATIENT,
                time);
    }

    private static CredentialsException failure(CredentialsProvider provider) {
        CredentialsException failure = catchThrowableOfType(CredentialsException.class, provider::credentials);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("topsecret", "toptoken");
        return failure;
    }
}
