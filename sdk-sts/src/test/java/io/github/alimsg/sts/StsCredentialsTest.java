package io.github.alimsg.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StsCredentialsTest {
    private static final String ROLE = "acs:ram::123456789012:role/messaging";
    private static final String IDENTITY_PROVIDER = "acs:ram::123456789012:oidc-provider/ack";

    /** Only for replies that never come: others are late when the machine is busy. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private final ManualTime time = new ManualTime();

    @RegisterExtension
    final FakeCloudExtension fake =
            new FakeCloudExtension(() -> FakeCloud.builder().timeSource(time).start());

    @TempDir
    Path folder;

    private final List<Credentials> issued = new ArrayList<>();
    private StsClient sts;

    @BeforeEach
    void start() {
        sts = client();
        issues("AssumeRole");
        issues("AssumeRoleWithOIDC");
    }

    @AfterEach
    void close() {
        sts.close();
    }

    @Test
    void roleIsTakenOnByItsSourceWithEverySetting() {
        CredentialsProvider role = role(r -> r.sessionName("me")
                .duration(Duration.ofMinutes(15))
                .policy("{\"Version\":\"1\"}")
                .externalId("ext"));

        assertThat(role.credentials()).isEqualTo(issued.get(0));
        ReceivedCall call = cloud().received("AssumeRole").get(0);
        assertThat(call.parameters())
                .containsEntry("RoleArn", ROLE)
                .containsEntry("RoleSessionName", "me")
                .containsEntry("DurationSeconds", "900")
                .containsEntry("Policy", "{\"Version\":\"1\"}")
                .containsEntry("ExternalId", "ext")
                .hasSize(5);
        assertThat(call.header("authorization"))
                .contains("Credential=" + cloud().credentials().accessKeyId());
    }

    @Test
    void whatIsNotSetIsNotSent() {
        role(r -> {}).credentials();

        assertThat(cloud().received("AssumeRole").get(0).parameters())
                .containsOnlyKeys("RoleArn", "RoleSessionName")
                .containsEntry("RoleSessionName", "alimsg-java");
    }

    @Test
    void roleMaySourceAnotherRole() {
        CredentialsProvider first = role(r -> {});
        CredentialsProvider second = role(r -> r.source(first).roleArn(ROLE + "2"));

        assertThat(second.credentials()).isEqualTo(issued.get(1));
        assertThat(cloud().received("AssumeRole").get(1).header("x-acs-security-token"))
                .isEqualTo(issued.get(0).securityToken());
    }

    @Test
    void sourceThatHasExpiredIsRenewedWithinTheSameCall() {
        CredentialsProvider first = role(r -> {});
        Credentials old = first.credentials();
        CredentialsProvider second = role(r -> r.source(first).roleArn(ROLE + "2"));
        cloud().expire(old.accessKeyId());

        assertThat(second.credentials()).isEqualTo(issued.get(2));
        assertThat(cloud().received("AssumeRole"))
                .extracting(call -> call.parameter("RoleArn"))
                .containsExactly(ROLE, ROLE + "2", ROLE, ROLE + "2");
    }

    @Test
    void credentialsAreKeptUntilShortlyBeforeTheirEnd() {
        CredentialsProvider role = role(r -> {});
        role.credentials();
        time.advance(Duration.ofMinutes(43));
        assertThat(role.credentials()).isEqualTo(issued.get(0));
        assertThat(issued).hasSize(1);

        time.advance(Duration.ofMinutes(12));

        assertThat(role.credentials()).isEqualTo(issued.get(1));
    }

    @Test
    void manyThreadsAskOnce() throws Exception {
        CredentialsProvider role = role(r -> {});
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Credentials>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                all.add(threads.submit(role::credentials));
            }
            for (Future<Credentials> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(issued.get(0));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cloud().receivedCount("AssumeRole")).isEqualTo(1);
    }

    @Test
    void whatIsValidServesOnWhileStsFailsAndItsEndIsTold() {
        CredentialsProvider role = role(r -> {});
        role.credentials();
        cloud().when("AssumeRole").thenFail(503, "ServiceUnavailable", "down");
        time.advance(Duration.ofMinutes(56));

        assertThat(role.credentials()).isEqualTo(issued.get(0));
        assertThat(cloud().receivedCount("AssumeRole")).isGreaterThan(1);
        time.advance(Duration.ofMinutes(4));
        assertThat(failure(role))
                .hasMessageStartingWith("no credentials; role " + ROLE + ": AssumeRole: ServiceUnavailable: down")
                .hasMessageContaining("HTTP 503");

        issues("AssumeRole");
        assertThat(role.credentials()).isEqualTo(issued.get(1));
    }

    /** What STS may answer instead of credentials. */
    enum Trouble {
        DENIED(stub -> stub.thenDeny("sts:AssumeRole"), "NoPermission"),
        REFUSED(stub -> stub.thenFail(404, "EntityNotExist.Role", "no such role"), "EntityNotExist.Role: no such role"),
        DOWN(stub -> stub.thenFail(500, "InternalError", "oops"), "InternalError: oops (HTTP 500"),
        THROTTLED(Stub::thenThrottle, "System.LimitControl"),
        PROXY(stub -> stub.thenGatewayFailure(502), "HTTP-502"),
        CUT(Stub::thenCutAfterRequest, "AssumeRole: "),
        CUT_IN_ANSWER(Stub::thenCutInAnswer, "AssumeRole: "),
        STALLED(Stub::thenStall, "AssumeRole: "),
        NO_JSON(stub -> stub.thenReturn("topsecret"), "AssumeRole: "),
        NOTHING(stub -> stub.thenReturn("{\"RequestId\":\"1\"}"), "STS replied without usable credentials"),
        HALF(
                stub -> stub.thenReturn("{\"Credentials\":{\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"topsecret\","
                        + "\"Expiration\":\"2026-01-02T04:04:05Z\"}}"),
                "STS replied without usable credentials: the security token is empty"),
        ODD(
                stub -> stub.thenReturn("{\"Credentials\":{\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"topsecret\","
                        + "\"SecurityToken\":\"toptoken\",\"Expiration\":\"topsecret\"}}"),
                "expected a time with its offset at /Credentials/Expiration");

        final Consumer<Stub> answers;
        final String told;

        Trouble(Consumer<Stub> answers, String told) {
            this.answers = answers;
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleIsToldWithTheRoleAndWithoutSecrets(Trouble trouble) {
        trouble.answers.accept(cloud().when("AssumeRole"));

        StsClient client = trouble == Trouble.STALLED ? sts.withOptions(o -> o.readTimeout(SHORT)) : sts;

        CredentialsException failure = failure(role(r -> r.client(client)));

        assertThat(failure.sources())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("role " + ROLE + ": ")
                        .contains(trouble.told)
                        .doesNotContain("topsecret", "toptoken"));
        assertThat(failure.isMisconfigured()).isTrue(); // a chain does not go on as somebody else
    }

    @Test
    void sourceThatHasNothingIsNamed() {
        CredentialsProvider empty = () -> {
            throw new CredentialsException("vault", "is sealed");
        };

        assertThat(failure(role(r -> r.source(empty))))
                .hasMessageContaining("role " + ROLE + ": AssumeRole: ")
                .hasMessageContaining("vault: is sealed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 3})
    void clockThatIsWrongByHoursNeitherRenewsTooOftenNorTooLate(int hours) {
        cloud().skewClock(Duration.ofHours(hours));
        CredentialsProvider role = role(r -> {});

        role.credentials();
        role.credentials();
        assertThat(issued).hasSize(1);
        time.advance(Duration.ofMinutes(56));
        role.credentials();

        assertThat(issued).hasSize(2);
    }

    @Test
    void expirationThatIsNotToldIsTheOneAskedFor() {
        cloud().when("AssumeRole")
                .thenReturn("{\"Credentials\":{\"AccessKeyId\":\"id\",\"AccessKeySecret\":\"s\","
                        + "\"SecurityToken\":\"t\"}}");

        assertThat(role(r -> r.duration(Duration.ofMinutes(20))).credentials().expiration())
                .isEqualTo(time.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    void callIsRepeatedOnceWithNewCredentialsWhenTheOldHaveExpiredInTheMiddle() {
        CredentialsProvider role = role(r -> {});
        try (StsClient client = sts.withOptions(o -> o.credentials(role))) {
            client.getCallerIdentity();
            cloud().expire(issued.get(0).accessKeyId());

            assertThat(client.getCallerIdentity().attempts()).isEqualTo(2);

            assertThat(cloud().receivedCount("GetCallerIdentity")).isEqualTo(3);
            assertThat(cloud().receivedCount("AssumeRole")).isEqualTo(2);
        }
    }

    @Test
    void callIsNotRepeatedTwiceWhenNewCredentialsAreRefusedAsWell() {
        CredentialsProvider role = role(r -> {});
        cloud().when("AssumeRole").thenAnswer(call -> {
            Reply reply = issue(call);
            cloud().expire(issued.get(issued.size() - 1).accessKeyId());
            return reply;
        });
        try (StsClient client = sts.withOptions(o -> o.credentials(role))) {
            assertThatThrownBy(client::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.code()).isEqualTo("InvalidSecurityToken.Expired"));
            assertThat(cloud().receivedCount("GetCallerIdentity")).isEqualTo(2);
        }
    }

    @Test
    void failureOfStsEndsTheCallBeforeItIsSent() {
        cloud().when("AssumeRole").thenDeny("sts:AssumeRole");
        CredentialsProvider role = role(r -> {});
        try (StsClient client = sts.withOptions(o -> o.credentials(role))) {
            assertThatThrownBy(client::getCallerIdentity)
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("role " + ROLE + ": AssumeRole: NoPermission");
        }
        assertThat(cloud().receivedCount("GetCallerIdentity")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void bearerOfATokenTakesOnARoleWithoutAKey(Signature signature) throws IOException {
        CredentialsProvider role = oidc(
                token("first\n"),
                r -> r.sessionName("pod")
                        .duration(Duration.ofMinutes(30))
                        .policy("{}")
                        .client(sts.withOptions(o -> o.signature(signature))));

        assertThat(role.credentials()).isEqualTo(issued.get(0));
        ReceivedCall call = cloud().received("AssumeRoleWithOIDC").get(0);
        assertThat(call.signature()).isNull();
        assertThat(call.header("authorization")).isNull();
        assertThat(call.parameters())
                .containsEntry("RoleArn", ROLE)
                .containsEntry("OIDCProviderArn", IDENTITY_PROVIDER)
                .containsEntry("OIDCToken", "first")
                .containsEntry("RoleSessionName", "pod")
                .containsEntry("DurationSeconds", "1800")
                .containsEntry("Policy", "{}")
                .doesNotContainKeys("AccessKeyId", "Signature");
    }

    @Test
    void tokenIsReadAnewForEachRenewal() throws IOException {
        Path token = token("first");
        CredentialsProvider role = oidc(token, r -> {});
        role.credentials();
        Files.writeString(token, "second");
        role.credentials();
        time.advance(Duration.ofMinutes(56));
        role.credentials();

        assertThat(cloud().received("AssumeRoleWithOIDC"))
                .extracting(call -> call.parameter("OIDCToken"))
                .containsExactly("first", "second");
    }

    @Test
    void tokenFileThatIsGoneIsNamedAndWhatIsValidServesOn() throws IOException {
        Path token = token("first");
        CredentialsProvider role = oidc(token, r -> {});
        role.credentials();
        Files.delete(token);
        time.advance(Duration.ofMinutes(56));
        assertThat(role.credentials()).isEqualTo(issued.get(0));

        time.advance(Duration.ofMinutes(5));

        assertThat(failure(role))
                .hasMessage("no credentials; role " + ROLE + ":"
                        + " the token file token cannot be read: NoSuchFileException");
    }

    @Test
    void tokenFileWithoutATokenIsAnError() throws IOException {
        assertThat(failure(oidc(token(" \n"), r -> {}))).hasMessageEndingWith("the token file token is empty");
        assertThat(failure(oidc(token("x".repeat((64 << 10) + 1)), r -> {})))
                .hasMessageEndingWith("the token file token is too large for a token");
        assertThat(cloud().receivedCount()).isZero();
    }

    @Test
    void refusedTokenIsNotQuoted() throws IOException {
        cloud().when("AssumeRoleWithOIDC")
                .thenFail(400, "AuthenticationFail.OIDCToken.Expired", "The token toptoken has expired");

        assertThat(failure(oidc(token("toptoken"), r -> {})))
                .hasMessageContaining("AuthenticationFail.OIDCToken.Expired")
                .hasMessageNotContaining("toptoken");
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StsCredentials.assumeRole(r -> {}))
                .withMessage("assumeRole needs source, roleArn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StsCredentials.assumeRoleWithOidc(r -> {}))
                .withMessage("assumeRoleWithOidc needs roleArn, oidcProviderArn, tokenFile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StsCredentials.assumeRole(r -> r.duration(Duration.ZERO)));
    }

    @Test
    void onlyTheRoleIsShown() throws IOException {
        CredentialsProvider role = role(r -> r.externalId("topsecret").policy("topsecret"));
        role.credentials();

        assertThat(role).hasToString("cached role " + ROLE + " by AssumeRole");
        assertThat(oidc(token("toptoken"), r -> {})).hasToString("cached role " + ROLE + " by AssumeRoleWithOIDC");
    }

    @Test
    void withoutAClientOfOnesOwnOneIsMade() {
        CredentialsProvider role = StsCredentials.assumeRole(
                r -> r.source(CredentialsProviders.fixed("id", "secret")).roleArn(ROLE));

        assertThat(role).hasToString("cached role " + ROLE + " by AssumeRole");
    }

    private FakeCloud cloud() {
        return fake.cloud();
    }

    private StsClient client() {
        return cloud().configure(StsClient.builder()).build();
    }

    private void issues(String operation) {
        cloud().when(operation).thenAnswer(this::issue);
    }

    private synchronized Reply issue(ReceivedCall call) {
        String seconds = call.parameter("DurationSeconds");
        Credentials made =
                cloud().acceptTemporary(Duration.ofSeconds(seconds == null ? 3600 : Long.parseLong(seconds)));
        issued.add(made);
        return Reply.json("{\"RequestId\":\"1\",\"Credentials\":{\"AccessKeyId\":\"" + made.accessKeyId()
                + "\",\"AccessKeySecret\":\"" + made.accessKeySecret() + "\",\"SecurityToken\":\""
                + made.securityToken() + "\",\"Expiration\":\"" + made.expiration() + "\"}}");
    }

    private CredentialsProvider role(Consumer<StsCredentials.AssumeRole> more) {
        return StsCredentials.assumeRole(r -> {
            r.source(CredentialsProviders.fixed(cloud().credentials()))
                    .roleArn(ROLE)
                    .client(sts)
                    .timeSource(time);
            more.accept(r);
        });
    }

    private CredentialsProvider oidc(Path token, Consumer<StsCredentials.AssumeRoleWithOidc> more) {
        return StsCredentials.assumeRoleWithOidc(r -> {
            r.oidcProviderArn(IDENTITY_PROVIDER)
                    .tokenFile(token)
                    .roleArn(ROLE)
                    .client(sts)
                    .timeSource(time);
            more.accept(r);
        });
    }

    private Path token(String text) throws IOException {
        return Files.writeString(folder.resolve("token"), text);
    }

    private static CredentialsException failure(CredentialsProvider provider) {
        CredentialsException failure = catchThrowableOfType(CredentialsException.class, provider::credentials);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("topsecret", "toptoken");
        return failure;
    }
}
