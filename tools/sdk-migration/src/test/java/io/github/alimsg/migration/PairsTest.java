package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** Runs an example. {@return the parameters it sent, by operation, and the last line it printed} */
    private static Map<String, String> run(String example) throws Exception {
        Path classes = Files.createDirectories(Path.of("target/pairs"));
        assertThat(Migration.compile(classes, List.of(Path.of("src/test/pairs", example + ".java"))))
                .isEmpty();
        try (FakeCloud cloud = FakeCloud.start()) {
            cloud.when("QuerySendDetails").thenReturn(DETAILS);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
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
}
