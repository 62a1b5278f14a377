package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files and variables, and who signs with them, on a machine that has a role of its own: that role is the right identity
 * only where nothing else is set. Signing as somebody else is worse than a failure, so every row asserts it by itself.
 */
class IdentityTableTest {
    private static final String CLI = ".aliyun/config.json";
    private static final String INI = ".alibabacloud/credentials.ini";
    private static final String MACHINE = "MACHINE";
    private static final String NOBODY = "nobody";
    private static final String SECRET = "s3cretInTheWrongPlace";
    private static final String KEY = "access_key_id = me\naccess_key_secret = secret\n";
    private static final String PROFILE = "ALIBABA_CLOUD_PROFILE";
    private static final String FILE = "ALIBABA_CLOUD_CREDENTIALS_FILE";

    @TempDir
    Path home;

    private final MetadataService service = new MetadataService();

    IdentityTableTest() {
        service.answer(MetadataService.ROLES + "messaging", 200, MetadataService.credentials(MACHINE, null));
    }

    @AfterEach
    void close() {
        service.close();
    }

    /**
     * A row.
     *
     * @param what what is special about it
     * @param files texts by path below the home folder
     * @param variables environment variables; <code>{home}</code> in their values is the home folder
     * @param userHome the home that the JVM names; null for the folder of the files
     * @param signs key id that signs, or {@link #NOBODY}
     * @param says what the failure says
     */
    record Row(
            String what,
            Map<String, String> files,
            Map<String, String> variables,
            @Nullable String userHome,
            String signs,
            String says) {
        Row with(String variable, String value) {
            Map<String, String> all = new HashMap<>(variables);
            all.put(variable, value);
            return new Row(what, files, all, userHome, signs, says);
        }

        Row with(String file) {
            Map<String, String> all = new HashMap<>(files);
            all.put(CLI, file);
            return new Row(what, all, variables, userHome, signs, says);
        }

        Row at(String otherHome) {
            return new Row(what, files, variables, otherHome, signs, says);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Row ini(String what, String text, String signs) {
        return new Row(what, Map.of(INI, text), Map.of(), null, signs, "");
    }

    private static Row iniFails(String what, String text, String says) {
        return new Row(what, Map.of(INI, text), Map.of(), null, NOBODY, says);
    }

    private static Row cli(String what, String profiles, String signs) {
        return new Row(what, Map.of(CLI, config(profiles)), Map.of(), null, signs, "");
    }

    private static Row cliFails(String what, String profiles, String says) {
        return new Row(what, Map.of(CLI, config(profiles)), Map.of(), null, NOBODY, says);
    }

    private static Row nothing(String what, String signs, String says) {
        return new Row(what, Map.of(), Map.of(), null, signs, says);
    }

    private static String config(String profiles) {
        return "{\"current\": \"default\", \"profiles\": [" + profiles.replace('\'', '"') + "]}";
    }

    static Stream<Row> whatTheVendorsReadmesWrite() {
        return Stream.of(
                ini("comments after headers and values", """
                        [default]                          # Default client
                        type = access_key                  # Certification type: access_key
                        access_key_id = me                 ; text
                        access_key_secret = secret\t# text
                        """, "me"),
                ini("comment right after the header", "[default]# text\n" + KEY, "me"),
                ini("indented comments", "  # [default]\n\t; text\n[default]\n" + KEY, "me"),
                ini("comment with an equals sign", "[default]\n# access_key_id = other\n" + KEY, "me"),
                ini(
                        "signs of comments within a value",
                        "[default]\naccess_key_id = s#h=x;y\naccess_key_secret = s",
                        "s#h=x;y"),
                ini("value that begins with such a sign", "[default]\naccess_key_id=#me\naccess_key_secret=s", "#me"),
                ini("switched off, with a comment", "[default]\nenable = false   # Disable\n" + KEY, MACHINE),
                ini(
                        "byte order mark and lines of Windows",
                        ("\uFEFF[default]   # text\n" + KEY).replace("\n", "\r\n"),
                        "me"),
                ini("keys in any case", "[default]\nAccess_Key_Id = me\nACCESS_KEY_SECRET = secret", "me"),
                ini("name of a section in another case", "[Default]\n" + KEY, MACHINE),
                ini("space within the header", "[ default ]\n" + KEY, "me"),
                ini("section in two parts", "[default]\naccess_key_id=me\n[x]\n[default]\naccess_key_secret=s", "me"),
                ini("said twice", "[default]\naccess_key_id = other\n" + KEY, "me"),
                ini("named section", "[default]\n" + KEY + "[work] # text\naccess_key_id=w\naccess_key_secret=s", "w")
                        .with(PROFILE, "work"),
                ini("empty type", "[default]\ntype =   # text\n" + KEY, "me"),
                cli(
                        "byte order mark and lines of Windows",
                        "{'name': 'default', 'mode': 'AK',\r\n'access_key_id': 'me'," + " 'access_key_secret': 's'}",
                        "me"));
    }

    static Stream<Row> whatIsEmpty() {
        String blank = "{'name': 'default', 'mode': '', 'access_key_id': '', 'access_key_secret': ' ', 'sts_token': '',"
                + " 'ram_role_arn': '', 'region_id': 'cn-hangzhou', 'language': 'en'}";
        return Stream.of(
                nothing("nothing at all", MACHINE, ""),
                nothing("empty variables", MACHINE, "")
                        .with("ALIBABA_CLOUD_ACCESS_KEY_ID", " ")
                        .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
                        .with(PROFILE, " ")
                        .with(FILE, ""),
                ini("empty file", "", MACHINE),
                ini("empty section", "[default]\n", MACHINE),
                ini("section of comments", "[default]\n# access_key_id = x\n\n; text", MACHINE),
                ini(
                        "empty keys",
                        "[default]\ntype = access_key\naccess_key_id =\naccess_key_secret =   # fill in",
                        MACHINE),
                ini("empty temporary keys", "[default]\ntype = sts\naccess_key_id=\nsecurity_token=", MACHINE),
                cli("empty profile", blank, MACHINE),
                cli("empty keys", blank.replace("'mode': ''", "'mode': 'AK'"), MACHINE),
                cli("empty temporary keys", blank.replace("'mode': ''", "'mode': 'StsToken'"), MACHINE),
                cli("no mode, no keys, nulls", "{'name': 'default', 'mode': null, 'access_key_id': null}", MACHINE),
                cli("no profiles", "", MACHINE),
                ini("empty profile of the command line", "[default]\n" + KEY, "me")
                        .with(config(blank)),
                ini("empty profile of the command line, named section", "[work]\n" + KEY, "me")
                        .with(config(blank.replace("'default'", "'work'")))
                        .with(PROFILE, "work"));
    }

    static Stream<Row> whatIsSetButNotEnough() {
        return Stream.of(
                nothing("id alone", NOBODY, "ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set")
                        .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "me"),
                nothing(
                                "token alone",
                                NOBODY,
                                "ALIBABA_CLOUD_ACCESS_KEY_ID is not set, but ALIBABA_CLOUD_SECURITY_TOKEN")
                        .with("ALIBABA_CLOUD_SECURITY_TOKEN", SECRET),
                iniFails("id alone", "[default]\naccess_key_id = me", "access_key_secret is not set"),
                iniFails("token alone", "[default]\ntype=sts\nsecurity_token=" + SECRET, "access_key_id is not set"),
                iniFails("role alone", "[default]\nrole_arn = arn", "access_key_id and access_key_secret are missing"),
                iniFails("role of no key", "[default]\ntype = ram_role_arn", "access_key_id and access_key_secret"),
                iniFails(
                        "colons",
                        "[default]\naccess_key_id: " + SECRET,
                        "access_key_id and access_key_secret are missing"),
                iniFails("header without an end", "[default\n" + KEY, "line 1 is not a section"),
                iniFails("text after the header", "\n[default] " + SECRET + "\n" + KEY, "line 2 is not a section"),
                iniFails("header in quotes", "['default']\n" + KEY, "the section in line 1 is in quotes"),
                iniFails("double quotes", "[default]\naccess_key_id = \"me\"\n", "access_key_id is in quotes"),
                iniFails(
                        "quoted secret",
                        "[default]\naccess_key_secret = '" + SECRET + "' # x",
                        "access_key_secret is in quotes"),
                iniFails(
                        "half a pair of quotes",
                        "[default]\naccess_key_id=me\naccess_key_secret=" + SECRET + "'",
                        "access_key_secret is in quotes"),
                iniFails("quoted type", "[default]\ntype = \"access_key\"\n" + KEY, "type is in quotes"),
                iniFails("secret as a key", "[default]\n" + SECRET + " = \"x\"", "the value in line 2 is in quotes"),
                iniFails("secret as the type", "[default]\ntype = " + SECRET + "\n" + KEY, "its type is not supported"),
                cliFails(
                        "secret as the mode",
                        "{'name': 'default', 'mode': '" + SECRET + "'}",
                        "its mode is not supported"),
                cliFails(
                        "secret as the source",
                        "{'name': 'default', 'mode': 'ChainableRamRoleArn', 'ram_role_arn': 'a', 'source_profile': '"
                                + SECRET + "'}",
                        "source_profile names a profile that does not exist"),
                cliFails(
                        "secret as a loop",
                        "{'name': 'default', 'mode': 'ChainableRamRoleArn', 'ram_role_arn': 'a', 'source_profile': '"
                                + SECRET
                                + "'}, {'name': '" + SECRET + "', 'mode': 'ChainableRamRoleArn', 'ram_role_arn': 'a',"
                                + " 'source_profile': '" + SECRET + "'}",
                        "source_profile leads back"),
                cliFails(
                        "secret as a duration",
                        "{'name': 'default', 'mode': 'RamRoleArn', 'ram_role_arn': 'a', 'access_key_id': 'me',"
                                + " 'access_key_secret': 's', 'expired_seconds': '" + SECRET + "'}",
                        "expired_seconds is not a number of seconds"),
                cliFails(
                        "keys without a mode",
                        "{'name': 'default', 'access_key_id': 'me', 'access_key_secret': 's'}",
                        "its mode is not set"),
                cliFails(
                        "half a key",
                        "{'name': 'default', 'mode': 'AK', 'access_key_id': 'me'}",
                        "access_key_secret is not set"),
                cliFails(
                        "key without its token",
                        "{'name': 'default', 'mode': 'StsToken', 'access_key_id': 'me'," + " 'access_key_secret': 's'}",
                        "sts_token is not set"),
                cliFails(
                        "role without a key",
                        "{'name': 'default', 'mode': 'AK', 'ram_role_arn': 'arn'}",
                        "access_key_id and access_key_secret are missing"),
                cliFails(
                        "another current profile",
                        "{'name': 'other', 'mode': 'AK'}",
                        "current names a profile that does not exist"));
    }

    static Stream<Row> whatIsNamed() {
        String wrongFile = "credentials file named by ALIBABA_CLOUD_CREDENTIALS_FILE";
        String wrongProfile = "ALIBABA_CLOUD_PROFILE names a profile that sets no credentials";
        return Stream.of(
                nothing("file that is not there", NOBODY, wrongFile).with(FILE, "/nope"),
                nothing("file below a file", NOBODY, wrongFile).with(FILE, "/dev/null/credentials.ini"),
                nothing("file that has nothing", NOBODY, wrongFile).with(FILE, "/dev/null"),
                nothing("path with NUL", NOBODY, wrongFile).with(FILE, "/etc/\u0000" + SECRET),
                nothing("home of a path with NUL", NOBODY, wrongFile).with(FILE, "~/\u0000" + SECRET),
                nothing("home that is not there", NOBODY, wrongFile)
                        .with(FILE, "~/x")
                        .at("/dev/null"),
                new Row("file below the home", Map.of("x", "[default]\n" + KEY), Map.of(FILE, "~/x"), null, "me", ""),
                new Row("file by its path", Map.of("x", "[default]\n" + KEY), Map.of(FILE, "{home}/x"), null, "me", ""),
                new Row(
                        "file without the section",
                        Map.of("x", "[work]\n" + KEY),
                        Map.of(FILE, "~/x"),
                        null,
                        NOBODY,
                        wrongFile),
                new Row(
                        "file with an empty section",
                        Map.of("x", "[default]"),
                        Map.of(FILE, "~/x"),
                        null,
                        NOBODY,
                        wrongFile),
                ini("file that hides the one at home", "[default]\n" + KEY, NOBODY)
                        .with(FILE, "/nope"),
                nothing("profile without any file", NOBODY, wrongProfile).with(PROFILE, "work"),
                nothing("profile without any home", NOBODY, wrongProfile)
                        .with(PROFILE, "work")
                        .at("/dev/null"),
                iniFails("profile in no file", "[default]\n" + KEY, wrongProfile)
                        .with(config(
                                "{'name': 'default', 'mode': 'AK', 'access_key_id': 'me', 'access_key_secret': 's'}"))
                        .with(PROFILE, "work"),
                iniFails("empty profile", "[work]\n", wrongProfile).with(PROFILE, "work"),
                iniFails("profile that is switched off", "[work]\nenable=false\n" + KEY, wrongProfile)
                        .with(PROFILE, "work"),
                ini("profile in the second file", "[work]\n" + KEY, "me")
                        .with(config(
                                "{'name': 'default', 'mode': 'AK', 'access_key_id': 'x', 'access_key_secret': 's'}"))
                        .with(PROFILE, "work"),
                cli(
                                "profile in the first file",
                                "{'name': 'work', 'mode': 'AK', 'access_key_id': 'me'," + " 'access_key_secret': 's'}",
                                "me")
                        .with(PROFILE, "work"),
                cliFails(
                                "profile of a file that is not read",
                                "{'name': 'work', 'mode': 'AK', 'access_key_id': 'me'," + " 'access_key_secret': 's'}",
                                wrongProfile)
                        .with(PROFILE, "work")
                        .with("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true"),
                nothing("role that the machine has not", NOBODY, "the role other is not attached")
                        .with("ALIBABA_CLOUD_ECS_METADATA", "other"));
    }

    static Stream<Row> whereNoFileCanBe() {
        return Stream.of(
                nothing("home that is no folder", MACHINE, "").at("/dev/null"),
                nothing("home that is not there", MACHINE, "").at("/nope/home"),
                nothing("home that is no path", MACHINE, "").at("/home\u0000"),
                new Row(
                        "folders that are files",
                        Map.of(".aliyun", "", ".alibabacloud", ""),
                        Map.of(),
                        null,
                        MACHINE,
                        ""),
                new Row("home that is a file", Map.of("file", ""), Map.of(), "{home}/file", MACHINE, ""),
                new Row(
                        "folder in the place of a file",
                        Map.of(INI + "/x", ""),
                        Map.of(),
                        null,
                        NOBODY,
                        "cannot be read"));
    }

    @ParameterizedTest
    @MethodSource({
        "whatTheVendorsReadmesWrite",
        "whatIsEmpty",
        "whatIsSetButNotEnough",
        "whatIsNamed",
        "whereNoFileCanBe"
    })
    void nobodyElseSigns(Row row) throws IOException {
        for (Map.Entry<String, String> file : row.files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String signs = NOBODY;
        String says = "";
        try {
            signs = CredentialsProviders.chain(environment(row)).credentials().accessKeyId();
        } catch (CredentialsException e) {
            assertThat(Throwables.getStackTrace(e)).doesNotContain(SECRET);
            says = String.valueOf(e.getMessage());
        }

        if (!row.signs.equals(MACHINE)) {
            assertThat(signs).as("signs as somebody else").isNotEqualTo(MACHINE);
        }
        assertThat(signs).as(says).isEqualTo(row.signs);
        assertThat(says).contains(row.says);
    }

    private CredentialsEnvironment environment(Row row) {
        Map<String, String> variables = new HashMap<>(row.variables);
        variables.replaceAll((name, value) -> here(value));
        String userHome = here(row.userHome == null ? "{home}" : row.userHome);
        return new CredentialsEnvironment(
                variables::get, Map.of("user.home", userHome)::get, FakeRoles::new, service.uri());
    }

    private String here(String text) {
        return text.replace("{home}", home.toString());
    }
}
