package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.okhttp.HttpProxy;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.it.JavaProcess;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS with the certificate of an authority that only the client was told of. */
@DisplayName("Through a proxy, which sees nothing of the message")
class ProxyTest {
    private static final String SMS = "dysmsapi.aliyuncs.com";
    private static final String STS = "sts.ap-southeast-1.aliyuncs.com";
    private static final String CAMS = "cams.ap-southeast-1.aliyuncs.com";
    private static final String STORAGE = "b.oss-ap-southeast-1.aliyuncs.com";
    private static final String HELPER = "credentials.example.com";
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("jo:sésame".getBytes(UTF_8));
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    @TempDir
    static Path folder;

    private static CorporateTls tls;

    private final FakeCloud cloud = FakeCloud.builder()
            .withProduct(DysmsMainlandClient.PRODUCT, CamsClient.PRODUCT, StsClient.PRODUCT)
            .start();
    private final SmallServer service = Tunnels.decrypting(tls, cloud.endpoint());
    private final Tunnels proxy = new Tunnels()
            .leads(SMS, service.endpoint())
            .leads(CAMS, service.endpoint())
            .leads(STS, service.endpoint());

    @BeforeAll
    static void certify() throws Exception {
        tls = new CorporateTls(folder, SMS, STS, CAMS, STORAGE, HELPER, "127.0.0.1");
    }

    @AfterEach
    void close() {
        proxy.close();
        service.close();
        cloud.close();
    }

    private HttpProxy address() {
        return HttpProxy.of(proxy.address().toString());
    }

    private <B extends ClientBuilder<B>> B configured(B builder, String host) {
        return cloud.configure(builder).endpoint(host).trust(tls.authority()).retryPolicy(RetryPolicy.none());
    }

    private DysmsMainlandClient.Builder sms() {
        return configured(DysmsMainlandClient.builder(), SMS);
    }

    private static void send(DysmsMainlandClient.Builder builder) {
        try (DysmsMainlandClient sms = builder.build()) {
            sms.sendSms(r -> r.phoneNumbers("13900000000")
                    .signName("Acme")
                    .templateCode("SMS_1")
                    .templateParam("{\"code\":\"482913\"}"));
        }
    }

    private static TransportException failure(DysmsMainlandClient.Builder builder) {
        return catchThrowableOfType(TransportException.class, () -> send(builder));
    }

    @Test
    void proxySeesTheHostAndNothingOfTheMessage() {
        send(sms().proxy(address()));

        assertThat(cloud.received("SendSms")).hasSize(1);
        assertThat(proxy.heads())
                .singleElement()
                .asString()
                .startsWith("CONNECT " + SMS + ":443 HTTP/1.1\r\n")
                .doesNotContain("Authorization");
        assertThat(proxy.seen())
                .isNotEmpty()
                .doesNotContain(
                        "13900000000",
                        "482913",
                        "SendSms",
                        "SMS_1",
                        cloud.credentials().accessKeyId());
    }

    @Test
    void loginGoesWithTheFirstRequestForATunnel() {
        proxy.requireLogin(LOGIN);

        send(sms().proxy(address().login("jo", "sésame")));

        assertThat(cloud.received("SendSms")).hasSize(1);
        assertThat(proxy.heads()).singleElement().asString().contains("Proxy-Authorization: " + LOGIN + "\r\n");
    }

    @Test
    void loginIsInNoSettingNorInAFailure() {
        proxy.requireLogin(LOGIN);
        DysmsMainlandClient.Builder builder = sms().proxy(address().login("jo", "wrong-sesame"));

        TransportException refused = failure(builder);

        assertThat(refused.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(refused).hasStackTraceContaining("proxy");
        assertThat(stackTrace(refused)).doesNotContain("sesame", "jo:", LOGIN);
        assertThat(proxy.heads()).hasSize(1);
        try (DysmsMainlandClient sms = builder.build()) {
            assertThat(sms.settings())
                    .contains(new Setting("proxy", proxy.address() + " with a login", "builder"))
                    .asString()
                    .doesNotContain("sesame", "jo:");
            assertThat(sms.toString()).doesNotContain("sesame");
        }
    }

    private static String stackTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void proxyThatWantsALoginRefusesWhoHasNone() {
        proxy.requireLogin(LOGIN);

        assertThat(failure(sms().proxy(address())).delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void refusedTunnelIsNotSent() {
        proxy.refuse("403 Forbidden");

        TransportException refused = failure(sms().proxy(address()));

        assertThat(refused.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(refused).hasMessageContaining("403");
        assertThat(refused.mayHaveTakenEffect()).isFalse();
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void hostsThatTheProxyIsNotForAreCalledDirectly() {
        TransportException failure = failure(configured(DysmsMainlandClient.builder(), "sms.invalid")
                .proxy(address().notFor("*.invalid")));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void thisMachineIsCalledDirectly() {
        URI here = URI.create(service.endpoint().toString().replace("http:", "https:"));

        send(sms().endpoint(here).proxy(address()));

        assertThat(cloud.received("SendSms")).hasSize(1);
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void authorityThatNobodyTrustsEndsTheCallBeforeTheMessage() {
        DysmsMainlandClient.Builder builder = cloud.configure(DysmsMainlandClient.builder())
                .endpoint(SMS)
                .retryPolicy(RetryPolicy.none())
                .proxy(address());

        assertThat(failure(builder).delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void uploadsGoTheSameWay() {
        cloud.when("GetChatappUploadAuthorization")
                .thenSucceedWith(Map.of(
                        "Data",
                        Map.of(
                                "AccessKeyId", "STS.x",
                                "AccessKeySecret", "s",
                                "SecurityToken", "t",
                                "BucketName", "b",
                                "Dir", "d",
                                "EndPoint", "https://oss-ap-southeast-1.aliyuncs.com")));
        try (SmallServer storage = new SmallServer(tls.server(), ProxyTest::store);
                CamsClient cams =
                        configured(CamsClient.builder(), CAMS).proxy(address()).build()) {
            proxy.leads(STORAGE, storage.endpoint());

            assertThat(cams.uploads()
                            .upload("cams-1", "%PDF-1.4 terms".getBytes(UTF_8), "a.pdf")
                            .size())
                    .isEqualTo(14);
        }
        assertThat(proxy.hosts()).containsExactly(CAMS, STORAGE);
        assertThat(proxy.seen()).doesNotContain("terms");
    }

    private static void store(SmallServer.Connection connection) throws IOException {
        Matcher length = CONTENT_LENGTH.matcher(Tunnels.head(connection.in));
        assertThat(length.find()).isTrue();
        connection.in.readNBytes(Integer.parseInt(length.group(1)));
        connection.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void connectionsOfTheApplicationHaveTheirOwnProxy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sms().httpClient(new OkHttpClient()).build())
                .withMessageContaining("httpClient");
    }

    /** In a process of its own, since no process can change its environment. */
    private List<String> inProcess(Map<String, String> variables) throws IOException, InterruptedException {
        var process = new JavaProcess().option("-Duser.home=" + folder);
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.matches("(?i).*(proxy|alibaba|alimsg).*"));
        environment.putAll(variables);
        environment.putAll(Map.of(
                "HTTPS_PROXY",
                proxy.address().toString().replace("//", "//jo:s%C3%A9same@"),
                "NO_PROXY",
                "localhost,10.0.0.0/8",
                "ALIMSG_TRUST",
                tls.authority().toString(),
                "ALIBABA_CLOUD_ECS_METADATA_DISABLED",
                "true"));
        return Arrays.asList(process.run(Main.class).split("\\R"));
    }

    @Test
    void rolesOfProfilesAreAssumedThroughTheProxyOfTheEnvironment() throws Exception {
        proxy.requireLogin(LOGIN);
        cloud.accept(Credentials.of("role-user", "secret-of-role-user"));
        Credentials key = cloud.acceptTemporary(Duration.ofHours(1));
        cloud.when("AssumeRole")
                .thenSucceedWith(Map.of(
                        "Credentials",
                        Map.of(
                                "AccessKeyId", key.accessKeyId(),
                                "AccessKeySecret", key.accessKeySecret(),
                                "SecurityToken", String.valueOf(key.securityToken()),
                                "Expiration", "2999-01-01T00:00:00Z")));
        Path file = Files.writeString(folder.resolve("credentials.ini"), """
                [default]
                type = ram_role_arn
                access_key_id = role-user
                access_key_secret = secret-of-role-user
                role_arn = acs:ram::123456789012:role/messaging
                """);

        List<String> said = inProcess(Map.of(
                "ALIBABA_CLOUD_CREDENTIALS_FILE", file.toString(),
                "ALIBABA_CLOUD_STS_REGION", "ap-southeast-1",
                "ALIMSG_TIMEOUT", "20s",
                "ALIMSG_APPLICATION_ID", "orders"));

        assertThat(proxy.hosts()).as("%s", said).containsExactly(STS, SMS);
        assertThat(cloud.received("AssumeRole")).hasSize(1);
        assertThat(cloud.received("SendSms"))
                .singleElement()
                .satisfies(call -> assertThat(call.header("user-agent")).endsWith(" app/orders"));
        assertThat(said)
                .contains(
                        "timeout: 20 s (ALIMSG_TIMEOUT)",
                        "proxy: " + proxy.address() + " with a login, not for localhost (HTTPS_PROXY)",
                        "endpoint: https://" + SMS + " (region)",
                        "region: cn-hangzhou (default)")
                .noneMatch(line -> line.contains("same"));
        assertThat(proxy.seen()).doesNotContain("role-user", "13900000000");
    }

    @Test
    void credentialsUrisByHttpsGoTheSameWay() throws Exception {
        Credentials key = cloud.acceptTemporary(Duration.ofHours(1));
        String body = "{\"Code\":\"Success\",\"AccessKeyId\":\"" + key.accessKeyId()
                + "\",\"AccessKeySecret\":\"" + key.accessKeySecret()
                + "\",\"SecurityToken\":\"" + key.securityToken()
                + "\",\"Expiration\":\"2999-01-01T00:00:00Z\"}";
        try (SmallServer helper = new SmallServer(tls.server(), connection -> {
            connection.receive();
            connection.answer("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        })) {
            proxy.leads(HELPER, helper.endpoint());

            List<String> said = inProcess(Map.of("ALIBABA_CLOUD_CREDENTIALS_URI", "https://" + HELPER + "/path"));

            assertThat(proxy.hosts()).as("%s", said).containsExactly(HELPER, SMS);
        }
    }

    @Test
    void endpointOfTheEnvironmentLeadsAnUnchangedProgramToTheFake() throws Exception {
        List<String> said = inProcess(Map.of(
                "ALIMSG_ENDPOINT_URL", cloud.endpoint().toString(),
                "ALIBABA_CLOUD_ACCESS_KEY_ID", cloud.credentials().accessKeyId(),
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", cloud.credentials().accessKeySecret()));

        assertThat(said).contains("endpoint: " + cloud.endpoint() + " (ALIMSG_ENDPOINT_URL)", "sent");
        assertThat(cloud.received("SendSms")).hasSize(1);
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void noVariableSendsTwice() throws Exception {
        cloud.when("SendSms").thenCutAfterRequest().thenSucceed();

        List<String> said = inProcess(Map.of(
                "ALIMSG_ENDPOINT_URL", cloud.endpoint().toString(),
                "ALIMSG_MAX_ATTEMPTS", "10",
                "ALIMSG_REPLAY_GUARD", "true",
                "ALIBABA_CLOUD_ACCESS_KEY_ID", cloud.credentials().accessKeyId(),
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", cloud.credentials().accessKeySecret()));

        assertThat(said)
                .contains("retryPolicy: at most 10 attempts (ALIMSG_MAX_ATTEMPTS)", "replayGuard: false (default)")
                .anyMatch(line -> line.contains("TransportException"))
                .doesNotContain("sent");
        assertThat(cloud.attempts()).hasSize(1);
    }

    @Test
    void invalidVariableEndsBuildAndIsNamed() throws Exception {
        assertThat(inProcess(Map.of("ALIMSG_TIMEOUT", "soon")))
                .anyMatch(
                        line -> line.contains("IllegalArgumentException: ALIMSG_TIMEOUT must be a number with a unit"));
    }

    /** An application that sets nothing. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            try (DysmsMainlandClient sms = DysmsMainlandClient.create()) {
                sms.settings().forEach(System.out::println);
                sms.sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));
                System.out.println("sent");
            }
        }
    }
}
