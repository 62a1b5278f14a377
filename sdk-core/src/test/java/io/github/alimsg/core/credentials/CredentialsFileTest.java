package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileTest {
    private static final String TWO_PROFILES = """
            ; the default
            [default]
            enable = true
            type = access_key
            # access_key_id = commented
            access_key_id = id
            access_key_secret = sec=ret
            default_profile

            [ work ]
            type=sts
            access_key_id=workid
            access_key_secret=worksecret
            security_token=token
            """;

    @TempDir
    Path folder;

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @Test
    void defaultProfileIsRead() throws IOException {
        assertThat(read(TWO_PROFILES, null)).isEqualTo(Credentials.of("id", "sec=ret"));
    }

    @Test
    void namedProfileIsRead() throws IOException {
        assertThat(read(TWO_PROFILES, "work")).isEqualTo(Credentials.temporary("workid", "worksecret", "token", null));
    }

    @Test
    void lineBreaksOfWindowsDoNotMatter() throws IOException {
        assertThat(read(TWO_PROFILES.replace("\n", "\r\n"), null)).isEqualTo(Credentials.of("id", "sec=ret"));
    }

    @Test
    void typeIsAccessKeyWhereNoneIsSet() throws IOException {
        assertThat(read("[default]\naccess_key_id=id\naccess_key_secret=secret", null))
                .isEqualTo(Credentials.of("id", "secret"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void namesAreReadInAnyCaseEverywhere(Surroundings surroundings) {
        String text = "[default]\nTYPE=access_key\nACCESS_KEY_ID=id\nACCESS_KEY_SECRET=secret";

        surroundings.run(() -> assertThat(readUnchecked(text)).isEqualTo(Credentials.of("id", "secret")));
    }

    @Test
    void fileInTheHomeFolderIsTheDefault() throws IOException {
        Path file = folder.resolve(".alibabacloud").resolve("credentials.ini");
        Files.createDirectories(file.getParent());
        Files.writeString(file, TWO_PROFILES);

        assertThat(of(Map.of()).credentials()).isEqualTo(Credentials.of("id", "sec=ret"));
        assertThat(of(Map.of("ALIBABA_CLOUD_PROFILE", "work")).credentials().accessKeyId())
                .isEqualTo("workid");
    }

    @Test
    void environmentNamesAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("other"), TWO_PROFILES);

        assertThat(of(Map.of("ALIBABA_CLOUD_CREDENTIALS_FILE", file.toString())).credentials())
                .isEqualTo(Credentials.of("id", "sec=ret"));
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> of(Map.of()).credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no credentials; credentials file credentials.ini, profile default:"
                        + " no such file, no such profile in it, or nothing set there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[other]\naccess_key_id=id", "access_key_id=id\naccess_key_secret=secret"})
    void missingProfileIsNamed(String text) {
        assertThatThrownBy(() -> read(text, "work"))
                .hasMessageContaining("profile work: no such file, no such profile in it, or nothing set there");
    }

    @Test
    void disabledProfileIsLikeAMissingOne() {
        assertThatThrownBy(() -> read(TWO_PROFILES.replace("enable = true", "enable = FALSE"), null))
                .hasMessageContaining("no such profile in it");
    }

    @Test
    void halfSetProfileSaysWhatIsMissing() {
        assertThatThrownBy(() -> read("[default]\naccess_key_id=id", null))
                .hasMessageContaining("access_key_secret is not set, but access_key_id is");
        assertThatThrownBy(() -> read("[default]\naccess_key_secret=topsecret", null))
                .hasMessageContaining("access_key_id is not set, but access_key_secret is")
                .hasMessageNotContaining("topsecret");
        assertThatThrownBy(() -> read("[default]\nrole_arn=arn", null))
                .hasMessageContaining("access_key_id and access_key_secret are missing");
    }

    @Test
    void temporaryKeyWithoutItsTokenIsHalfSet() {
        assertThatThrownBy(() -> read("[default]\ntype=sts\naccess_key_id=id\naccess_key_secret=secret", null))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("security_token");
    }

    @Test
    void byteOrderMarkOfWindowsDoesNotMatter() throws IOException {
        assertThat(read("\uFEFF[default]\naccess_key_id=id\naccess_key_secret=secret", null))
                .isEqualTo(Credentials.of("id", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa_key_pair", "bearer", "topsecret"})
    void unsupportedTypeIsAnErrorThatDoesNotQuoteIt(String type) {
        assertThatThrownBy(() -> read("[default]\ntype=" + type, null))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("its type is not supported; access_key, sts, ram_role_arn")
                .hasMessageNotContaining(type);
    }

    @Test
    void unreadableFileIsAnErrorWithoutItsContent() throws IOException {
        Path file = Files.write(folder.resolve("c.ini"), "top\u00e9secret".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new CredentialsFile(file, null).credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("cannot be read: MalformedInputException");
        assertThatThrownBy(() -> new CredentialsFile(folder, null).credentials())
                .hasMessageContaining("cannot be read: ");
    }

    @Test
    void changesOfTheFileAreSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("c.ini"), TWO_PROFILES);
        CredentialsProvider provider = CredentialsProviders.credentialsFile(file, null);
        provider.credentials();

        Files.writeString(file, TWO_PROFILES.replace("= id", "= id2"));

        assertThat(provider.credentials().accessKeyId()).isEqualTo("id2");
    }

    private Credentials read(String text, @Nullable String profile) throws IOException {
        return new CredentialsFile(Files.writeString(folder.resolve("credentials.ini"), text), profile).credentials();
    }

    private Credentials readUnchecked(String text) {
        try {
            return read(text, null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CredentialsProvider of(Map<String, String> variables) {
        return CredentialsFile.of(Environments.home(folder, variables));
    }
}
