package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/coming-from-the-vendor.md send what ours sends, and read what ours reads. */
@Tag("vendor")
class PairsTest {
    private static final String DETAILS = "{\"Code\":\"OK\",\"RequestId\":\"R\",\"TotalCount\":1,\"SmsSendDetailDTOs\":"
            + "{\"SmsSendDetailDTO\":[{\"OutId\":\"order-1\",\"SendStatus\":3,\"PhoneNum\":\"13800001111\"}]}}";
    private static final List<String> NAMES = List.of(
            "PhoneNumbers",
            "SignName",
            "TemplateCode",
            "TemplateParam",
            "PhoneNumber",
            "SendDate",
            "PageSize",
            "CurrentPage");

    @ParameterizedTest
    @ValueSource(strings = {"SyncSms", "AsyncSms", "FirstSms", "CommonSms"})
    void anExampleSendsAndReadsTheSame(String example) throws Exception {
        assertThat(run(example)).isEqualTo(run("OurSms"));
    }

    /** SMS4J calls by HTTPS only, and has nothing that reads what became of a message. */
    @Test
    void sms4jSendsTheSame() throws Exception {
        Path keys = Path.of("target/pairs.p12").toAbsolutePath();
        Files.deleteIfExists(keys);
        String options = "-genkeypair -alias fake -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1"
                + " -storetype PKCS12 -storepass changeit -keystore " + keys;
        List<String> keytool = new ArrayList<>(List.of(java("keytool")));
        keytool.addAll(List.of(options.split(" ")));
        assertThat(new ProcessBuilder(keytool).inheritIO().start().waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);

        String sent = run("Sms4jSms", FakeCloud.builder().tls(context)).get("SendSms");

        assertThat(sent).isNotNull().isEqualTo(run("OurSms").get("SendSms"));
    }

    private static Map<String, String> run(String example) throws Exception {
        return run(example, FakeCloud.builder());
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "SyncFailure, 400, TeaException",
        "SyncFailure, 503, TeaException",
        "AsyncFailure, 400, PopClientException",
        "AsyncFailure, 503, PopServerException",
        "FirstFailure, 400, ClientException",
        "FirstFailure, 503, ServerException"
    })
    void aRefusalIsThrownAsThePageSays(String example, int status, String exception) throws Exception {
        try (FakeCloud cloud = FakeCloud.start()) {
            cloud.when("SendSms").thenFail(status, "isv.AMOUNT_NOT_ENOUGH", "no");
            assertThat(output(example, cloud)).endsWith(exception + "\n");
        }
        assertThat(Page.text()).contains("`" + exception + "`");
    }

    /** Runs an example. {@return the parameters it sent, by operation, and the last line it printed} */
    private static Map<String, String> run(String example, FakeCloud.Builder fake) throws Exception {
        try (FakeCloud cloud = fake.start()) {
            cloud.when("QuerySendDetails").thenReturn(DETAILS);
            String output = output(example, cloud);
            Map<String, String> told = new TreeMap<>();
            for (ReceivedCall call : cloud.received()) {
                told.put(
                        call.operation(),
                        NAMES.stream()
                                .map(name -> name + "=" + call.parameter(name))
                                .collect(Collectors.joining(" ")));
            }
            told.put("read", output.lines().reduce("", (first, second) -> second));
            return told;
        }
    }

    private static String output(String example, FakeCloud cloud) throws Exception {
        Path classes = Files.createDirectories(Path.of("target/pairs"));
        assertThat(Migration.compile(classes, List.of(Path.of("src/test/pairs", example + ".java"))))
                .isEmpty();
        Process process = new ProcessBuilder(
                        java("java"),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        example,
                        cloud.credentials().accessKeyId(),
                        cloud.credentials().accessKeySecret(),
                        cloud.endpoint().getAuthority())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace("\r\n", "\n");
    }
}
