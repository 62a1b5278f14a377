package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application whose build brings other libraries, or other versions, sends all the same; and where it can't, no
 * client is built. Class paths are those of the builds in {@code consumers}, made by Maven before.
 */
@DisplayName("Beside other libraries a client works, or is not built")
class OtherLibrariesTest {
    private static final Path TOO_OLD = Path.of("target", "too-old-libraries");

    @TempDir
    static Path classes;

    private static Application springBoot;
    private static Application vendorSdk;

    @BeforeAll
    static void compile() throws IOException {
        springBoot = Application.with(Path.of("consumers", "spring-boot-2.7", "target", "class-path.txt"))
                .compile(classes);
        vendorSdk = Application.with(Path.of("consumers", "vendor-sdk", "target", "class-path.txt"))
                .compile(classes);
    }

    @Test
    void springBoot27WithTheDocumentedPropertiesSends() throws Exception {
        assertThat(springBoot.run()).contains(Application.SENT);
    }

    @Test
    void theVendorsClientDeclaredBeforeOursLeavesOursWorking() throws Exception {
        assertThat(vendorSdk.run()).contains(Application.SENT);
    }

    @Test
    void theVendorsClientWorksWithTheOkHttpThatOurBomManages() throws Exception {
        Application vendor = vendorSdk.program("Vendor").compile(classes);

        assertThat(vendor.run()).contains("sent 2017");
    }

    @ParameterizedTest
    @CsvSource({"okhttp-3.14.9.jar, okio-1.17.2.jar", "okhttp-4.12.0.jar, okio-jvm-3.6.0.jar"})
    void anOlderOkHttpBeforeOursIsRefused(String okHttp, String okio) throws Exception {
        Application application = vendorSdk.withFirst(TOO_OLD.resolve(okio)).withFirst(TOO_OLD.resolve(okHttp));

        for (String output : new String[] {application.run(), application.run("shared")}) {
            assertIsRefused(output, "OkHttp 5.4.0 or later is needed", okHttp);
            assertThat(output)
                    .contains(managed("com.squareup.okhttp3", "okhttp"))
                    .contains("implementation(\"com.squareup.okhttp3:okhttp:"
                            + Bom.versions().get("com.squareup.okhttp3:okhttp"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "okhttp-jvm-5.3.2.jar,     OkHttp 5.4.0 or later",
        "okio-jvm-3.6.0.jar,       okio 3.15.0",
        "okio-jvm-3.16.4.jar,      okio 3.15.0 (3.18.0 for OkHttp 5.5) or later",
        "kotlin-stdlib-1.7.22.jar, kotlin-stdlib 1.8.20 or later",
        "jackson-databind-2.14.3.jar, jackson-databind 2.15 or later",
        "jackson-core-2.14.3.jar,  jackson-core 2.15"
    })
    void anOlderLibraryInThePlaceOfOursIsRefused(String jar, String needed) throws Exception {
        assertIsRefused(springBoot.withInstead(TOO_OLD.resolve(jar)).run(), needed, jar);
    }

    @ParameterizedTest
    @CsvSource({"okhttp-jvm, okhttp3.Call", "okio-jvm, okio.Buffer", "kotlin-stdlib, kotlin.Unit"})
    void anExcludedLibraryIsMissed(String artifact, String landmark) throws Exception {
        assertIsRefused(springBoot.without(artifact).run(), "", landmark + " is not on the class path");
    }

    @Test
    void librariesThatAreTooOldAreNamedTogether() throws Exception {
        assertThat(springBoot
                        .withInstead(TOO_OLD.resolve("kotlin-stdlib-1.7.22.jar"))
                        .withInstead(TOO_OLD.resolve("jackson-core-2.14.3.jar"))
                        .run())
                .contains("kotlin-stdlib-1.7.22.jar", "<kotlin.version>1.8.22</kotlin.version>")
                .contains("jackson-core-2.14.3.jar", "<jackson-bom.version>2.15.4</jackson-bom.version>");
    }

    @Test
    void theRemedyForOkioIsTheBomsVersion() throws Exception {
        assertThat(springBoot.withInstead(TOO_OLD.resolve("okio-jvm-3.6.0.jar")).run())
                .contains(managed("com.squareup.okio", "okio"))
                .contains(managed("com.squareup.okio", "okio-jvm"));
    }

    private static void assertIsRefused(String output, String needed, String jar) {
        assertThat(output)
                .contains("java.lang.IllegalStateException: " + needed, jar)
                .contains("Maven, in <dependencyManagement>: <dependency>", "Gradle: implementation(")
                .contains("at app.Main.main")
                .doesNotContain("NoSuchMethodError", "NoClassDefFoundError", "sent");
    }

    private static String managed(String group, String artifact) throws Exception {
        Map<String, String> versions = Bom.versions();
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + versions.get(group + ":" + artifact) + "</version></dependency>";
    }
}
