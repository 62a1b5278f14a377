package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The name of a file to upload stands in no exception, its path neither. */
@ExtendWith(FakeCloudExtension.class)
class FileNamesTest {
    @TempDir
    Path folder;

    private Throwable failure(FakeCloud cloud, Path file) {
        cloud.withProduct(DysmsMainlandClient.PRODUCT);
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            Throwable first = catchThrowable(() -> cams.uploads().upload("cams-1", file));
            Throwable second = catchThrowable(() -> sms.uploads().uploadQualificationFile(file));
            assertNameless(first);
            assertNameless(second);
            return first;
        }
    }

    private void assertNameless(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain("passport").doesNotContain(folder.toString());
    }

    @Test
    void ofOneThatIsMissing(FakeCloud cloud) {
        assertThat(failure(cloud, folder.resolve("passport-of-ayu.pdf")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void ofADirectory(FakeCloud cloud) throws IOException {
        assertThat(failure(cloud, Files.createDirectory(folder.resolve("passport-of-ayu.pdf"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("not a regular file");
    }

    @Test
    void ofOneThatMayNotBeRead(FakeCloud cloud) throws IOException {
        Path file = Files.write(folder.resolve("passport-of-ayu.pdf"), new byte[10]);
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions");
        Files.setPosixFilePermissions(file, Set.<PosixFilePermission>of());
        Assumptions.assumeFalse(Files.isReadable(file), "whoever runs this may read everything");

        assertThat(failure(cloud, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ofOneThatVanishesWhileItIsSent(FakeCloud cloud) throws IOException {
        Path file = Files.write(folder.resolve("passport-of-ayu.pdf"), new byte[200_000]);
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            Throwable failure = catchThrowable(() ->
                    cams.uploads().upload("cams-1", FileUpload.of(file).onProgress((sent, total) -> delete(file))));

            assertThat(failure).isInstanceOf(UncheckedIOException.class);
            assertNameless(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Storages quote keys. */
    @Test
    void ofOneThatTheStorageQuotes(FakeCloud cloud) {
        cloud.objects().thenFail(403, "AccessDenied", "no access to C200293990209/passport-of-ayu.pdf");
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            assertNameless(catchThrowable(() -> cams.uploads().upload("cams-1", new byte[10], "passport-of-ayu.pdf")));
        }
    }
}
