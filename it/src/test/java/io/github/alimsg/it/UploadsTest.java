package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadedFile;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ObjectStore;
import io.github.alimsg.testing.StoredObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads to CAMS: the permission, the signed request, and what is left when something breaks. */
class UploadsTest {
    private static final String SPACE = "cams-8c8d0a1b";
    private static final String AUTHORIZATION = "GetChatappUploadAuthorization";
    private static final byte[] TERMS = "%PDF-1.4 terms".getBytes(UTF_8);

    private final ManualTime time = new ManualTime(Instant.now());
    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(time).withProduct(CamsClient.PRODUCT).start();
    private final CamsClient cams = client(builder -> builder);

    @TempDir
    Path directory;

    private CamsClient client(UnaryOperator<CamsClient.Builder> settings) {
        return settings.apply(cloud.configure(CamsClient.builder())).build();
    }

    @AfterEach
    void close() {
        cams.close();
        cloud.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(20261121).nextBytes(bytes);
        return bytes;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private StoredObject only() {
        assertThat(cloud.objects().stored()).hasSize(1);
        return cloud.objects().stored().get(0);
    }

    @Test
    void aFileOnDiskIsStoredUnderTheGrantedDirectory() throws IOException {
        byte[] content = random(300_000);

        UploadedFile uploaded = cams.uploads().upload(SPACE, file("isvTerms.pdf", content));

        assertThat(uploaded.name()).isEqualTo("isvTerms.pdf");
        assertThat(uploaded.key()).isEqualTo("C200293990209/isvTerms.pdf");
        assertThat(uploaded.size()).isEqualTo(300_000);
        assertThat(uploaded.attempts()).isEqualTo(1);
        assertThat(uploaded.requestId()).isNotBlank();
        assertThat(only().key()).isEqualTo(uploaded.key());
        assertThat(only().bytes()).isEqualTo(content);
        assertThat(only().contentType()).isEqualTo("application/pdf");
        assertThat(cloud.received(AUTHORIZATION))
                .singleElement()
                .satisfies(call -> assertThat(call.parameter("CustSpaceId")).isEqualTo(SPACE));
    }

    @Test
    void contentInMemoryIsStored() {
        UploadedFile uploaded = cams.uploads().upload(SPACE, TERMS, "isvTerms.pdf");

        assertThat(only().bytes()).isEqualTo(TERMS);
        cams.submitIsvCustomerTerms(r -> r.custSpaceId(SPACE)
                .custName("Toko Ayu")
                .officeAddress("Jalan Melati 5")
                .contactMail("owner@example.com")
                .countryId("ID")
                .businessDesc("flowers")
                .isvTerms(uploaded.name()));
        assertThat(cloud.received("SubmitIsvCustomerTerms").get(0).parameter("IsvTerms"))
                .isEqualTo("isvTerms.pdf");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void everySizeArrivesWhole(int size) throws IOException {
        byte[] content = random(size);

        cams.uploads().upload(SPACE, content, "a.bin");
        cams.uploads().upload(SPACE, file("b.bin", content));

        assertThat(cloud.objects().stored())
                .hasSize(2)
                .allSatisfy(object -> assertThat(object.bytes()).isEqualTo(content));
    }

    /** Names of every kind of character, from a seed: what is signed is what is sent and what is stored. */
    @Test
    void namesOfAnyCharactersAreSignedAsTheyAreSent() {
        var random = new Random(7);
        String odd = " !\"#$%&'()*+,:;<=>?@[]^`{|}~äßñ条款ข้อ😀%2F%41";
        List<Integer> characters = odd.codePoints().boxed().toList();
        for (int i = 0; i < 60; i++) {
            var name = new StringBuilder("n" + i);
            for (int j = random.nextInt(12); j > 0; j--) {
                name.appendCodePoint(characters.get(random.nextInt(characters.size())));
            }
            UploadedFile uploaded = cams.uploads().upload(SPACE, TERMS, name.toString());

            assertThat(cloud.objects().find(uploaded.key())).as(name.toString()).isNotNull();
        }
    }

    @Test
    void whereTheHostNamesARegionTheSignatureIsOfVersion4() {
        cloud.objects().inRegion("ap-southeast-1");
        List<HttpRequest> sent = new ArrayList<>();
        try (var transport = new Recording(OkHttpTransport.sharing(findingLoopback()), sent);
                CamsClient client = client(builder -> builder.transport(transport))) {
            client.uploads().upload(SPACE, TERMS, "条款 1+2.pdf");
        }

        HttpRequest put = sent.get(sent.size() - 1);
        assertThat(put.origin()).startsWith("http://chatapp-files.oss-ap-southeast-1.localhost:");
        assertThat(put.path()).isEqualTo("/C200293990209/%E6%9D%A1%E6%AC%BE%201%2B2.pdf");
        assertThat(header(put, "Authorization"))
                .startsWith("OSS4-HMAC-SHA256 Credential=")
                .contains("/ap-southeast-1/oss/aliyun_v4_request,Signature=");
        assertThat(only().key()).isEqualTo("C200293990209/条款 1+2.pdf");
    }

    @Test
    void anUploadNamesTheSdkAndTheApplication() {
        List<HttpRequest> sent = new ArrayList<>();
        try (var transport = new Recording(OkHttpTransport.create(), sent);
                CamsClient client =
                        client(builder -> builder.transport(transport).applicationId("orders-2"))) {
            client.uploads().upload(SPACE, TERMS, "isvTerms.pdf");
        }

        assertThat(sent)
                .extracting(HttpRequest::userAgent)
                .hasSize(2)
                .allSatisfy(agent -> assertThat(agent).matches("alimsg-java(/\\S+)? Java/\\d+ app/orders-2"));
    }

    private static OkHttpClient findingLoopback() {
        return new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})))
                .build();
    }

    @Test
    void progressIsToldInOrderUntilTheLastByte() {
        List<Long> sent = new ArrayList<>();

        cams.uploads().upload(SPACE, FileUpload.of(random(200_000), "a.bin").onProgress((now, total) -> {
            assertThat(total).isEqualTo(200_000);
            sent.add(now);
        }));

        assertThat(sent).isSorted().hasSizeGreaterThan(2).endsWith(200_000L);
    }

    // What breaks

    static List<Arguments> breaks() {
        return List.of(
                broken("cut at once", o -> o.thenCut(0)),
                broken("cut after a byte", o -> o.thenCut(1)),
                broken("cut in the middle", o -> o.thenCut(1_500_000)),
                broken("cut before the last byte", o -> o.thenCut(2_999_999)),
                broken("cut after the last byte", o -> o.thenCut(3_000_000)),
                broken("answer lost", ObjectStore::thenCutAfterUpload),
                broken("server fault", o -> o.thenFail(500, "InternalError", "We encountered an internal error.")),
                broken("too slow for the storage", o -> o.thenFail(400, "RequestTimeout", "too slow")),
                broken("throttled", o -> o.thenFail(503, "SlowDown", "Please reduce your request rate.")),
                broken("damaged", ObjectStore::thenCorrupt));
    }

    private static Arguments broken(String what, Consumer<ObjectStore> fault) {
        return Arguments.of(Named.of(what, fault));
    }

    private static final int LARGE = 3_000_000;

    @ParameterizedTest
    @MethodSource("breaks")
    void aBrokenUploadIsRepeatedWithNewPermission(Consumer<ObjectStore> fault) throws IOException {
        fault.accept(cloud.objects());
        cloud.objects().thenSucceed();
        byte[] content = random(LARGE);

        UploadedFile uploaded = cams.uploads().upload(SPACE, file("a.bin", content));

        assertThat(uploaded.attempts()).isEqualTo(2);
        assertThat(cloud.receivedCount(AUTHORIZATION)).isEqualTo(2);
        assertThat(only().bytes()).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void anUploadThatStaysBrokenFailsAndNothingRefersToIt(Consumer<ObjectStore> fault) throws IOException {
        fault.accept(cloud.objects());
        Path file = file("a.bin", random(LARGE));

        SdkException failure =
                catchThrowableOfType(SdkException.class, () -> cams.uploads().upload(SPACE, file));

        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.operation()).isEqualTo("PutObject");
        assertThat(cloud.objects().requests()).isEqualTo(3);
        assertThat(cloud.received()).allMatch(call -> call.operation().equals(AUTHORIZATION));
        // What was cut is not there; what arrived whole is whole, and unknown to every operation.
        assertThat(cloud.objects().stored()).allMatch(object -> object.size() == LARGE);
    }

    @Test
    void aStalledUploadIsGivenUpAndRepeated() {
        cloud.objects().thenStall(10_000).thenSucceed();
        CamsClient impatient = cams.withOptions(o -> o.readTimeout(Duration.ofSeconds(2)));

        UploadedFile uploaded = impatient.uploads().upload(SPACE, random(LARGE), "a.bin");

        assertThat(uploaded.attempts()).isGreaterThan(1);
        assertThat(only().size()).isEqualTo(LARGE);
    }

    @Test
    void aCutUploadLeavesNothing() throws IOException {
        cloud.objects().thenCut(1_500_000);
        Path file = file("a.bin", random(LARGE));

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, file))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN));

        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void repeatsFollowTheRetryPolicy() {
        cloud.objects().thenFail(500, "InternalError", "no");
        CamsClient once = cams.withOptions(o -> o.retryPolicy(RetryPolicy.none()));

        assertThatThrownBy(() -> once.uploads().upload(SPACE, TERMS, "a.pdf")).isInstanceOf(ServiceException.class);

        assertThat(cloud.objects().requests()).isEqualTo(1);
    }

    @Test
    void anExpiredPermissionIsAskedForAnew() {
        cloud.objects()
                .thenFail(403, "SecurityTokenExpired", "The security token you provided has expired.")
                .thenSucceed();

        assertThat(cams.uploads().upload(SPACE, TERMS, "a.pdf").attempts()).isEqualTo(2);
        assertThat(cloud.receivedCount(AUTHORIZATION)).isEqualTo(2);
    }

    @Test
    void aClockThatOnlyTheStorageRefusesIsCorrected() {
        cloud.objects()
                .thenFail(403, "RequestTimeTooSkewed", "Request time and current time differ too much.")
                .thenSucceed();

        assertThat(cams.uploads().upload(SPACE, TERMS, "a.pdf").attempts()).isEqualTo(2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        cloud.objects().thenFail(307, "TemporaryRedirect", "Please re-send this request to the specified endpoint.");

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.code()).isEqualTo("TemporaryRedirect"));
        assertThat(cloud.objects().requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../b", ".", "a//b", "/"})
    void aDirectoryThatIsNoneIsMalformed(String directory) {
        cloud.when(AUTHORIZATION)
                .thenSucceedWith(Map.of(
                        "Data",
                        Map.of(
                                "AccessKeyId", "STS.x",
                                "AccessKeySecret", "s",
                                "SecurityToken", "t",
                                "BucketName", "b",
                                "Dir", directory,
                                "EndPoint", cloud.objects().endpoint().toString())));

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOf(MalformedResponseException.class);
        assertThat(cloud.objects().requests()).isZero();
    }

    @Test
    void aRefusalIsAServiceExceptionWithCodeAndRequestId() {
        cloud.objects().thenFail(403, "AccessDenied", "You have no right to access this object.");

        var failure = catchThrowableOfType(
                ServiceException.class, () -> cams.uploads().upload(SPACE, TERMS, "a.pdf"));

        assertThat(failure.code()).isEqualTo("AccessDenied");
        assertThat(failure.kind()).isEqualTo(ErrorKind.PERMISSION);
        assertThat(failure.httpStatus()).isEqualTo(403);
        assertThat(failure.requestId()).isNotBlank();
        assertThat(failure.serviceMessage()).contains("no right");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void throttlingIsSaidAsSuch() {
        cloud.objects().thenFail(503, "QpsLimitExceeded", "too many");

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf")).isInstanceOf(ThrottledException.class);
    }

    @Test
    void aDamagedUploadIsNotTakenForASuccess() {
        cloud.objects().thenCorrupt();

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aRefusedPermissionEndsTheUploadBeforeAnythingIsSent() {
        cloud.when(AUTHORIZATION).thenDeny("cams:GetChatappUploadAuthorization");

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.operation()).isEqualTo(AUTHORIZATION));
        assertThat(cloud.objects().requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "AccessKeySecret", "SecurityToken", "BucketName", "Dir", "EndPoint"})
    void aPermissionWithAPartMissingIsMalformed(String part) {
        var data = new HashMap<>(Map.of(
                "AccessKeyId", "STS.x",
                "AccessKeySecret", "s",
                "SecurityToken", "t",
                "BucketName", "b",
                "Dir", "d",
                "EndPoint", cloud.endpoint().toString()));
        data.remove(part);
        cloud.when(AUTHORIZATION).thenSucceedWith(Map.of("Data", data));

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOfSatisfying(
                        MalformedResponseException.class,
                        failure -> assertThat(failure.operation()).isEqualTo(AUTHORIZATION))
                .hasMessageContaining("the response has no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://user@evil/", "https://a b", "https://", "https://host:port", "::1", "https://[::1]"})
    void anAddressThatIsNoneIsMalformed(String endPoint) {
        cloud.when(AUTHORIZATION)
                .thenSucceedWith(Map.of(
                        "Data",
                        Map.of(
                                "AccessKeyId", "STS.x",
                                "AccessKeySecret", "s",
                                "SecurityToken", "t",
                                "BucketName", "b",
                                "Dir", "d",
                                "EndPoint", endPoint)));

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOf(MalformedResponseException.class);
    }

    // Signatures

    @Test
    void aWrongSignatureIsRefused() {
        try (var transport = new Tampering(OkHttpTransport.create());
                CamsClient client = client(builder -> builder.transport(transport))) {
            assertThatThrownBy(() -> client.uploads().upload(SPACE, TERMS, "a.pdf"))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            failure -> assertThat(failure.code()).isEqualTo("SignatureDoesNotMatch"));
        }
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void aClockThatIsWrongByHoursIsCorrectedBeforeTheUpload() {
        cloud.skewClock(Duration.ofHours(5));

        assertThat(cams.uploads().upload(SPACE, TERMS, "a.pdf").attempts()).isEqualTo(1);
    }

    // The file itself

    @Test
    void aFileThatShrinksWhileItIsSentIsNotStored() throws IOException {
        Path file = file("a.bin", random(1_000_000));

        assertThatThrownBy(() -> uploadWhileItBecomes(random(100_000), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("changed while it was uploaded");
        assertThat(cloud.objects().stored()).isEmpty();
        assertThat(cloud.receivedCount(AUTHORIZATION))
                .as("attempts, each with a permission of its own")
                .isEqualTo(1);
    }

    @Test
    void aFileThatGrowsWhileItIsSentIsNotStored() throws IOException {
        Path file = file("a.bin", random(1_000_000));

        assertThatThrownBy(() -> uploadWhileItBecomes(random(1_100_000), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("changed while it was uploaded");
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void aFileThatIsRewrittenWhileItIsSentIsNotStored() throws IOException {
        Path file = file("a.bin", random(1_000_000));
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThatThrownBy(() -> uploadWhileItBecomes(new byte[1_000_000], file))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(cloud.objects().stored()).isEmpty();
    }

    /** Uploads a file that is written anew once 64 KiB of it have gone out. */
    private void uploadWhileItBecomes(byte[] content, Path file) {
        cams.uploads().upload(SPACE, FileUpload.of(file).onProgress((sent, total) -> {
            if (sent == 65_536) {
                write(file, content);
            }
        }));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> cams.uploads().upload(SPACE, directory.resolve("none.pdf")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> cams.uploads().upload(SPACE, directory)).isInstanceOf(UncheckedIOException.class);
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "a/b.pdf",
                "a\\b.pdf",
                "a\nb.pdf",
                "a\u0000.pdf",
                "a\uD83D.pdf",
                "a\uD83D",
                "\uDE00.pdf"
            })
    void aNameThatCannotBeUsedIsSaidBeforeAnythingIsAsked(String name) {
        assertThatThrownBy(() -> cams.uploads().upload(SPACE, TERMS, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named(");
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void moreThanOneRequestStoresIsSaidBeforeAnythingIsAsked() throws IOException {
        Path file = directory.resolve("huge.bin");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((5L << 30) + 1);
        }

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 GiB");
        assertThat(cloud.received()).isEmpty();
    }

    // Ending it

    @Test
    void whatAListenerThrowsEndsTheUploadAndReachesTheCaller() {
        var enough = new IllegalStateException("enough");

        assertThatThrownBy(() -> cams.uploads()
                        .upload(SPACE, FileUpload.of(random(500_000), "a.bin").onProgress((sent, total) -> {
                            throw enough;
                        })))
                .isSameAs(enough);
        assertThat(cloud.objects().stored()).isEmpty();
        assertThat(cloud.objects().requests()).isLessThanOrEqualTo(1);
    }

    @Test
    void anInterruptEndsAStalledUpload() throws Exception {
        cloud.objects().thenStall(10_000);
        var uploading = Thread.currentThread();
        var interrupter = new Thread(() -> {
            while (cloud.objects().requests() == 0) {
                Thread.onSpinWait();
            }
            uploading.interrupt();
        });
        interrupter.start();

        assertThatThrownBy(() -> cams.uploads().upload(SPACE, random(LARGE), "a.bin"))
                .isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void theTimeoutOfAnUploadEndsItInTheMiddle() {
        cams.uploads().upload(SPACE, TERMS, "warm.pdf");
        cloud.objects().reset().thenStall(10_000);
        var upload = FileUpload.of(random(LARGE), "a.bin").timeout(Duration.ofSeconds(3));
        CamsClient once = cams.withOptions(o -> o.retryPolicy(RetryPolicy.none()));

        assertThatThrownBy(() -> once.uploads().upload(SPACE, upload)).isInstanceOf(TransportException.class);
        assertThat(cloud.objects().requests()).isEqualTo(1);
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void theTimeoutOfCallsDoesNotCutAnUpload() {
        CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(3)));

        // The clock is manual: the listener makes the transfer last a minute.
        hurried.uploads().upload(SPACE, FileUpload.of(random(500_000), "a.bin").onProgress((sent, total) -> {
            time.advance(Duration.ofSeconds(10));
        }));

        assertThat(only().size()).isEqualTo(500_000);
    }

    @Test
    void anUploadMayRunOnAnotherThread() throws ExecutionException, InterruptedException {
        var uploaded =
                cams.async(c -> c.uploads().upload(SPACE, TERMS, "a.pdf")).get();

        assertThat(uploaded.key()).isEqualTo(only().key());
    }

    @Test
    void aClosedClientUploadsNothing() {
        CamsClient closed = client(builder -> builder);
        closed.close();

        assertThatThrownBy(() -> closed.uploads().upload(SPACE, TERMS, "a.pdf"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String header(HttpRequest call, String name) {
        int at = call.headers().indexOf(name);
        return call.headers().get(at + 1);
    }

    /** Remembers what is sent. */
    private record Recording(HttpTransport inner, List<HttpRequest> sent) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call)
                throws HttpFailure, ResponseTooLargeException, InterruptedException {
            sent.add(call);
            return inner.execute(call);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /** Sends an upload to another place than was signed. */
    private record Tampering(HttpTransport inner) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call)
                throws HttpFailure, ResponseTooLargeException, InterruptedException {
            return inner.execute(
                    call.method().equals("PUT")
                            ? call.toBuilder().path(call.path() + "x").build()
                            : call);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
