package io.github.alimsg.core.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.MalformedResponseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadGrantTest {
    private static final class Answer extends SdkResponse {
        private static final class Builder extends SdkResponse.Builder<Builder> {}

        Answer() {
            super(new Builder());
        }
    }

    private static UploadGrant inDirectory(String directory) {
        return UploadGrant.of("GetUpload", new Answer())
                .host("oss-cn-hangzhou.aliyuncs.com")
                .directory(directory)
                .signedBy("STS.id", "secret", "token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/a/b", "a/b/", "//a/b//"})
    void slashesAroundTheDirectoryDoNotMatter(String directory) {
        assertThat(inDirectory(directory).key("terms.pdf")).isEqualTo("a/b/terms.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "a//b", "..", "a/../b", "a/.", ""})
    void anInvalidDirectoryIsMalformed(String directory) {
        assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(() -> inDirectory(directory));
    }

    @Test
    void millionsOfSlashesAreReadAtOnce() {
        String slashes = "/".repeat(4_000_000);

        String key = assertTimeoutPreemptively(
                Duration.ofSeconds(15),
                () -> inDirectory(slashes + "a" + slashes).key("b"));

        assertThat(key).isEqualTo("a/b");
    }
}
