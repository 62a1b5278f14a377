package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What javadoc shows compiles, and the service takes it. */
class OperationExamplesTest {
    private static final List<String> APIS = List.of(
            "sdk-cams/src/main/api/cams-2020-06-06",
            "sdk-dysms/src/main/api/dysmsapi-2017-05-25",
            "sdk-dysms/src/main/api/dysmsapi-2018-05-01",
            "sdk-sts/src/main/api/sts-2015-04-01");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^  (\\w+):\\n(?:    (?!example).*\\n)*    example: \\|\\n((?: {6}.*\\n)+)");
    private static final Pattern SNIPPET =
            Pattern.compile("(?m)^ {8}// snippet: (\\w+)\\n((?: {8}.*\\n)+?) {8}// end$");

    /** Examples by operation, moved to the left margin. */
    private static Map<String, String> examples(Pattern pattern, int indent, String text) {
        Map<String, String> examples = new TreeMap<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            examples.put(
                    found.group(1),
                    found.group(2).lines().map(line -> line.substring(indent)).collect(Collectors.joining("\n")));
        }
        return examples;
    }

    private static Map<String, String> compiled() throws IOException {
        return examples(
                SNIPPET,
                8,
                Files.readString(Path.of("src/main/java/io/github/alimsg/examples/OperationExamples.java")));
    }

    @Test
    void theExamplesInJavadocAreThoseThatCompile() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String api : APIS) {
            documented.putAll(examples(
                    DOCUMENTED, 6, Files.readString(Path.of("..").resolve(api).resolve("docs.yaml"))));
        }
        assertThat(documented).isEqualTo(compiled()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyExampleIsSentAsItsOperation() throws IOException {
        try (FakeCloud cloud = FakeCloud.builder()
                        .withProduct(
                                CamsClient.PRODUCT,
                                DysmsMainlandClient.PRODUCT,
                                DysmsInternationalClient.PRODUCT,
                                StsClient.PRODUCT)
                        .start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build();
                DysmsMainlandClient mainland =
                        cloud.configure(DysmsMainlandClient.builder()).build();
                DysmsInternationalClient abroad =
                        cloud.configure(DysmsInternationalClient.builder()).build();
                StsClient sts = cloud.configure(StsClient.builder()).build()) {
            ofCams(cams);
            ofMainland(mainland);
            OperationExamples.sendMessageToGlobe(abroad, "campaign-1");
            OperationExamples.batchSendMessageToGlobe(abroad, "campaign-1");
            OperationExamples.queryMessage(abroad, "message-1");
            OperationExamples.assumeRole(sts);

            assertThat(cloud.received().stream().map(ReceivedCall::operation).distinct())
                    .containsExactlyInAnyOrderElementsOf(compiled().keySet());
            assertThat(cloud.defects()).isEmpty();
        }
    }

    private static void ofCams(CamsClient cams) {
        OperationExamples.sendChatappMessage(cams, "order-1");
        OperationExamples.sendChatappMassMessage(
                cams,
                Stream.of("6281234567890", "6281234567891")
                        .map(number -> Recipient.builder().to(number).build())
                        .toList());
        OperationExamples.listChatappMessage(cams, Instant.EPOCH);
        OperationExamples.createChatappTemplate(cams);
        OperationExamples.listChatappTemplate(cams);
        OperationExamples.getChatappTemplateDetail(cams, "744c4b5c79c9432497a075bdfca3****");
        OperationExamples.deleteChatappTemplate(cams, "744c4b5c79c9432497a075bdfca3****");
        OperationExamples.queryChatappPhoneNumbers(cams);
        OperationExamples.updateAccountWebhook(cams);
    }

    private static void ofMainland(DysmsMainlandClient sms) {
        OperationExamples.sendSms(sms, "order-1");
        OperationExamples.sendBatchSms(sms);
        OperationExamples.querySendDetails(sms, "order-1");
        OperationExamples.querySendStatistics(sms);
        OperationExamples.getSmsSign(sms);
        OperationExamples.querySmsSignList(sms);
        OperationExamples.createSmsTemplate(sms);
        OperationExamples.getSmsTemplate(sms, "SMS_123456");
    }
}
