package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The snippets of the Connect tab work as they are shown")
class ConnectTest extends InboxTestCase {
    @TempDir
    Path folder;

    private String snippet(String id) {
        for (JsonNode snippet : page.read("/connect").path("snippets")) {
            if (snippet.path("id").asText().equals(id)) {
                return snippet.path("code").asText();
            }
        }
        throw new AssertionError("there is no snippet " + id);
    }

    private JsonNode newest() {
        JsonNode messages = page.read("/messages").path("messages");
        assertThat(messages).isNotEmpty();
        return messages.get(messages.size() - 1);
    }

    private String run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String runJava(String name, String code, String classPath) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".java"), code);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", classPath, "-d", folder.toString(), file.toString()))
                .isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(Map.of(), java, "-Xshare:auto", "-cp", classPath + File.pathSeparator + folder, name);
    }

    @Test
    void noPlaceholderIsLeft() {
        assertThat(page.get("/certificate").statusCode()).isEqualTo(404);
        for (JsonNode snippet : page.read("/connect").path("snippets")) {
            assertThat(snippet.path("code").asText())
                    .contains(cloud.endpoint().getAuthority())
                    .doesNotContain("127.0.0.1:8025")
                    .doesNotContain("inbox-secret");
        }
        assertThat(page.read("/connect").path("table"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("endpoint").asText())
                        .isEqualTo(cloud.endpoint().getAuthority()));
    }

    @Test
    void javaWithThisSdk() throws Exception {
        assertThat(runJava("OwnSdk", snippet("java"), System.getProperty("java.class.path")))
                .contains("accepted as ");

        assertThat(newest().path("otp").asText()).isEqualTo("482913");
    }

    @Test
    void anyLanguageWithCurlAndOpenssl() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                List.of("curl", "openssl").stream().allMatch(ConnectTest::isThere), "curl and openssl are needed");

        String answer = run(Map.of(), "sh", "-c", "curl -s " + inbox.uri() + "_inbox/api/connect/curl | sh");

        assertThat(answer).contains("\"ResponseCode\"");
        assertThat(newest().path("otp").asText()).isEqualTo("482913");
        assertThat(page.read("/requests/1?").path("signature").path("kind").asText())
                .isEqualTo("HMAC-SHA1");
    }

    static boolean isThere(String program) {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(place, program));
        }
        return places.stream().anyMatch(Files::isExecutable);
    }

    @Test
    @Tag("vendor")
    void nodeWithTheVendorsSdk() throws Exception {
        Files.writeString(folder.resolve("package.json"), "{}");
        run(
                Map.of(),
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "@alicloud/dysmsapi20170525@4.6.0");
        Files.writeString(folder.resolve("vendor.js"), snippet("node-vendor"));

        assertThat(run(Map.of(), "node", "vendor.js")).contains("OK");

        assertThat(newest().path("otp").asText()).isEqualTo("482913");
        assertThat(page.read("/requests/1").path("signature").path("right").asBoolean())
                .isTrue();
    }

    @Test
    @Tag("vendor")
    void javaWithTheVendorsSdk() throws Exception {
        assertThat(runJava("VendorSdk", snippet("java-vendor"), System.getProperty("java.class.path")))
                .contains("OK");

        assertThat(newest().path("otp").asText()).isEqualTo("482913");
    }
}
