package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** With every log switched on, whatever goes wrong with an upload, none of its secrets can be read anywhere. */
@Isolated // switches on every log of the JVM
class UploadLeaksTest {
    private static final String NAME = "passport-of-ayu.pdf";
    private static final byte[] CONTENT = "content that nobody shall read".getBytes(UTF_8);
    private static final Pattern FIELD = Pattern.compile("name=\"(policy|Signature)\"\r\n\r\n(\\S+)\r\n");

    private final StringWriter seen = new StringWriter();
    private final TreeSet<String> secrets = new TreeSet<>();
    private final List<Logger> loggers = List.of(Logger.getLogger("io.github.alimsg"), Logger.getLogger("okhttp3"));
    private final Handler capture = new Handler() {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            seen.append(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static final List<Consumer<ObjectStore>> WHATEVER_GOES_WRONG = List.of(
            ObjectStore::thenSucceed,
            ObjectStore::thenCorrupt,
            ObjectStore::thenCutAfterUpload,
            storage -> storage.thenCut(1),
            storage -> storage.thenFail(500, "InternalError", "oops"),
            storage -> storage.thenFail(403, "AccessDenied", "no"));

    @BeforeEach
    void listen() {
        capture.setLevel(Level.ALL);
        for (Logger logger : loggers) {
            logger.setLevel(Level.ALL);
            logger.addHandler(capture);
        }
    }

    @AfterEach
    void stopListening() {
        for (Logger logger : loggers) {
            logger.setLevel(null);
            logger.removeHandler(capture);
        }
    }

    @Test
    void nothingCanBeRead() {
        try (FakeCloud cloud = FakeCloud.builder()
                        .timeSource(new ManualTime(Instant.now()))
                        .start();
                var transport = new Listening(OkHttpTransport.create(), secrets);
                CamsClient cams = cloud.configure(CamsClient.builder())
                        .transport(transport)
                        .build();
                DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                        .transport(transport)
                        .build()) {
            for (Consumer<ObjectStore> wrong : WHATEVER_GOES_WRONG) {
                wrong.accept(cloud.objects().reset());
                FileUpload upload = FileUpload.of(CONTENT, NAME);
                note(() -> upload);
                note(() -> cams.uploads().upload("cams-1", upload));
                note(() -> sms.uploads().uploadQualificationFile(upload));
            }
        }

        assertThat(seen.toString()).contains("PutObject attempt 1", "PostObject attempt 2");
        assertThat(secrets).hasSizeGreaterThan(WHATEVER_GOES_WRONG.size() * 4);
        for (String secret : secrets) {
            assertThat(linesWith(secret)).isEmpty();
        }
        for (String mark : List.of("passport-of-ayu", "nobody shall read", "FakeUploadSecret")) {
            assertThat(linesWith(mark)).isEmpty();
        }
    }

    /** What storages do when they do not like a key or a token: they quote it. */
    @Test
    void whatTheStorageQuotesIsTakenOut() {
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cloud.when("GetChatappUploadAuthorization")
                    .thenSucceedWith(Map.of(
                            "Data",
                            Map.of(
                                    "AccessKeyId", "STS.Quoted0001",
                                    "AccessKeySecret", "QuotedSecret0001",
                                    "SecurityToken", "QuotedToken0001",
                                    "BucketName", "b",
                                    "Dir", "d",
                                    "EndPoint", cloud.objects().endpoint().toString())));
            cloud.objects().thenFail(403, "AccessDenied", "QuotedToken0001 does not go with STS.Quoted0001");

            note(() -> cams.uploads().upload("cams-1", CONTENT, NAME));
        }

        assertThat(seen.toString()).contains("<15 chars> does not go with <14 chars>");
        assertThat(linesWith("Quoted")).isEmpty();
    }

    private void note(Supplier<Object> call) {
        try {
            seen.append(call.get().toString()).append('\n');
        } catch (SdkException e) {
            e.printStackTrace(new PrintWriter(seen));
            if (e instanceof ServiceException refused) {
                seen.append(refused.serviceMessage()).append('\n');
            }
        }
    }

    private List<String> linesWith(String mark) {
        return seen.toString().lines().filter(line -> line.contains(mark)).toList();
    }

    /** Remembers the secrets of uploads as they go by. */
    private record Listening(HttpTransport inner, TreeSet<String> secrets) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call)
                throws HttpFailure, ResponseTooLargeException, InterruptedException {
            for (String name : List.of("Authorization", "x-oss-security-token")) {
                int at = call.path().equals("/") ? -1 : call.headers().indexOf(name);
                if (at >= 0) {
                    String value = call.headers().get(at + 1);
                    secrets.add(value.substring(value.indexOf(':') + 1));
                }
            }
            if (String.valueOf(call.contentType()).startsWith("multipart/")) {
                Matcher field = FIELD.matcher(written(call));
                while (field.find()) {
                    secrets.add(field.group(2));
                }
            }
            return inner.execute(call);
        }

        private static String written(HttpRequest call) {
            var bytes = new ByteArrayOutputStream();
            try {
                call.body().writeTo(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return bytes.toString(UTF_8);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
