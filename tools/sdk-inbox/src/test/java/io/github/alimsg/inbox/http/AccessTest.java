package io.github.alimsg.inbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.inbox.Inbox;
import io.github.alimsg.inbox.Page;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Only this computer's programs and the page itself may call")
class AccessTest {
    private final FakeCloud cloud = FakeCloud.start();
    private final Inbox inbox = Inbox.attach(cloud);
    private final Page page = new Page(inbox.uri());

    @AfterEach
    void close() {
        inbox.close();
        cloud.close();
    }

    private static Consumer<HttpRequest.Builder> header(String name, String value) {
        return request -> request.header(name, value);
    }

    private HttpResponse<String> put(String type, String... headers) {
        return page.send("/_inbox/api/faults", request -> {
            request.PUT(BodyPublishers.ofString("{\"faults\":[]}")).header("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
        });
    }

    @Test
    void listensOnTheLoopbackAddress() {
        assertThat(inbox.uri().getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attacker.example:PORT", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.attacker.example:PORT"})
    void aHostThatIsNotOursIsRefused(String host) {
        HttpResponse<String> answer = page.send(
                "/_inbox/api/messages",
                header("Host", host.replace("PORT", "" + inbox.uri().getPort())));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Page.json(answer.body()).path("error").asText()).contains("Host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "[::1]", "127.0.0.1"})
    void everyNameOfThisComputerIsAccepted(String host) {
        assertThat(page.send(
                                "/_inbox/api/health",
                                header("Host", host + ":" + inbox.uri().getPort()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesOfOtherOriginsAreRefused() {
        assertThat(page.send("/_inbox/api/messages", header("Origin", "https://attacker.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(page.send("/_inbox/api/messages", header("Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(page.send("/_inbox/api/messages", header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(put("application/json", "Origin", "http://127.0.0.1:1").statusCode())
                .isEqualTo(403);
    }

    @Test
    void noAnswerAllowsOtherOriginsToReadIt() {
        HttpResponse<String> answer = page.get("/messages");

        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void aWriteThatAFormCouldSendIsRefused(String type) {
        assertThat(put(type).statusCode()).isEqualTo(415);
    }

    @Test
    void aProgramWritesWithoutACookie() {
        assertThat(put("application/json; charset=utf-8").statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteOfABrowserNeedsTheCookieOfThePage() {
        String own = inbox.uri().toString().replaceAll("/$", "");
        assertThat(put("application/json", "Origin", own).statusCode()).isEqualTo(403);

        String set = page.send("/_inbox/api/health", header("Sec-Fetch-Site", "same-origin"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(set).contains("SameSite=Strict").contains("HttpOnly");
        String cookie = set.substring(0, set.indexOf(';'));

        assertThat(put("application/json", "Origin", own, "Cookie", "other=1; " + cookie)
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("application/json", "Origin", own, "Cookie", cookie + "0")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void textOfMessagesCanNotRunAsAScript() {
        HttpResponse<String> answer = page.get("/health");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/../openapi.json", "/assets/%2e%2e/openapi.json", "/openapi.json", "/assets/"})
    void onlyFilesOfThePageAreServed(String path) {
        assertThat(page.send(path, request -> {}).statusCode()).isEqualTo(404);
    }

    @Test
    void unknownCallsSayWhereToLook() {
        assertThat(page.get("/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> wrongMethod = page.post("/health", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body()).contains("openapi.json");
        assertThat(URI.create(inbox.uri() + "_inbox/api/openapi.json")).hasPath("/_inbox/api/openapi.json");
    }
}
