package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadedFile;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.Uploads;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads to mainland China SMS: the policy, the form, and the documented limits. */
class MainlandUploadsTest {
    private static final int MB = 1 << 20;

    private final FakeCloud cloud = FakeCloud.builder()
            .timeSource(new ManualTime(Instant.now()))
            .withProduct(DysmsMainlandClient.PRODUCT)
            .start();
    private final DysmsMainlandClient sms =
            cloud.configure(DysmsMainlandClient.builder()).build();

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private interface Kind extends BiFunction<Uploads, FileUpload, UploadedFile> {}

    private static Arguments kind(String operation, String bucket, String name, Kind kind) {
        return Arguments.of(operation, bucket, name, Named.of(operation, kind));
    }

    static List<Arguments> kinds() {
        return List.of(
                kind("GetQualificationOssInfo", "alicom-fc-media", "license.jpg", Uploads::uploadQualificationFile),
                kind(
                        "GetOSSInfoForUploadFile",
                        "alicom-fc-media",
                        "login.docx",
                        Uploads::uploadSignatureOrTemplateFile),
                kind("GetOSSInfoForCardTemplate", "alicom-cardsms-resources", "a.png", Uploads::uploadCardMedia),
                kind("GetOSSInfoForCardTemplate", "alicom-cardsms-resources", "a.jpeg", Uploads::uploadSmallCardImage),
                kind("GetOSSInfoForCardTemplate", "alicom-cardsms-resources", "a.MP4", Uploads::uploadCardMedia));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileIsStoredUnderItsPolicy(String operation, String bucket, String name, Kind kind) {
        byte[] content = new byte[90_000];
        new Random(1).nextBytes(content);

        UploadedFile uploaded = kind.apply(sms.uploads(), FileUpload.of(content, name));

        assertThat(uploaded.key()).isEqualTo("123456/" + name);
        assertThat(uploaded.size()).isEqualTo(90_000);
        assertThat(cloud.receivedCount(operation)).isEqualTo(1);
        StoredObject stored = Objects.requireNonNull(cloud.objects().find(uploaded.key()));
        assertThat(stored.bucket()).isEqualTo(bucket);
        assertThat(stored.bytes()).isEqualTo(content);
    }

    @Test
    void aFileOnDiskIsStored(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("license.pdf"), "%PDF-1.4");

        sms.uploads().uploadQualificationFile(file);
        sms.uploads().uploadSignatureOrTemplateFile(file);
        sms.uploads().uploadCardMedia(Files.writeString(directory.resolve("a.jpg"), "jpg"));

        assertThat(cloud.objects().stored()).hasSize(2);
        assertThat(cloud.received("GetQualificationOssInfo").get(0).parameter("BizType"))
                .isEqualTo("dysms");
        assertThat(cloud.received("GetOSSInfoForUploadFile").get(0).parameter("BizType"))
                .isEqualTo("fcMediaSms");
    }

    /** Content that looks like the form around it. */
    @Test
    void contentMayLookLikeAForm() {
        byte[] content =
                "\r\n--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nevil\r\n--x--\r\n".getBytes(UTF_8);

        UploadedFile uploaded = sms.uploads().uploadQualificationFile(FileUpload.of(content, "a.pdf"));

        assertThat(Objects.requireNonNull(cloud.objects().find(uploaded.key())).bytes())
                .isEqualTo(content);
    }

    @Test
    void aCutFormIsRepeatedAndLeavesNothingWhenItStaysBroken() {
        cloud.objects().thenCut(500_000).thenSucceed();
        var file = FileUpload.of(new byte[MB], "a.pdf");
        assertThat(sms.uploads().uploadQualificationFile(file).attempts()).isEqualTo(2);
        assertThat(cloud.receivedCount("GetQualificationOssInfo")).isEqualTo(2);

        cloud.objects().reset().thenCut(500_000);
        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(file))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.operation()).isEqualTo("PostObject"));
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void aPolicyThatHasExpiredIsRefused() {
        cloud.objects().thenFail(403, "AccessDenied", "Invalid according to Policy: Policy expired.");

        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(FileUpload.of(new byte[1], "a.pdf")))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo("AccessDenied"));
    }

    @Test
    void aPolicyWithAnotherSignatureIsRefused() {
        cloud.when("GetQualificationOssInfo")
                .thenSucceedWith(Map.of(
                        "Data",
                        Map.of(
                                "AccessKeyId", "LTAI5tNobody",
                                "Host", cloud.objects().endpoint().toString(),
                                "Policy", "e30=",
                                "Signature", "bm9uZQ==",
                                "StartPath", "123456")));

        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(FileUpload.of(new byte[1], "a.pdf")))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo("InvalidAccessKeyId"));
        assertThat(cloud.objects().stored()).isEmpty();
    }

    // Documented limits

    static List<Arguments> limits() {
        return List.of(
                limit(Uploads::uploadQualificationFile, "a.gif", 5 * MB),
                limit(Uploads::uploadCardMedia, "a.png", 2 * MB),
                limit(Uploads::uploadSmallCardImage, "a.png", 100 * 1024));
    }

    private static Arguments limit(Kind kind, String name, int most) {
        return Arguments.of(Named.of(name + " of " + most, kind), name, most);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void sizesAreCheckedBeforeAnythingIsSent(Kind kind, String name, int most) {
        kind.apply(sms.uploads(), FileUpload.of(new byte[most], name));
        cloud.reset();

        assertThatThrownBy(() -> kind.apply(sms.uploads(), FileUpload.of(new byte[most + 1], name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most " + most + " bytes");
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a", "pdf", "a.pdf.zip", "a.pdf "})
    void typesAreCheckedBeforeAnythingIsSent(String name) {
        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(FileUpload.of(new byte[1], name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[jpg, jpeg, png, gif, doc, docx, pdf]");
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"执照.pdf", "a b.pdf", "a+b.pdf", "ä.pdf", "a%41.pdf", "a&b.pdf"})
    void namesAreCheckedBeforeAnythingIsSent(String name) {
        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(FileUpload.of(new byte[1], name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named(");
        assertThat(cloud.received()).isEmpty();

        sms.uploads().uploadQualificationFile(FileUpload.of(new byte[1], name).named("license.pdf"));
        assertThat(cloud.objects().find("123456/license.pdf")).isNotNull();
    }

    @Test
    void aLimitForTheWholeUploadReachesTheQuestionForThePolicy() {
        cloud.when("GetQualificationOssInfo").thenThrottle(Duration.ofSeconds(5));
        var file = FileUpload.of(new byte[1], "a.pdf").timeout(Duration.ofSeconds(2));

        assertThatThrownBy(() -> sms.uploads().uploadQualificationFile(file)).isInstanceOf(ServiceException.class);
        assertThat(cloud.receivedCount("GetQualificationOssInfo")).isEqualTo(1);
    }
}
