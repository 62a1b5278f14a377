package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The server, the page and openapi.json agree")
class OpenApiTest extends InboxTestCase {
    private static final Path SOURCES = Path.of("src", "main");
    private static final Path SCRIPTS = SOURCES.resolve(Path.of("resources/io/github/alimsg/inbox/page/assets"));
    private static final Pattern ROUTE =
            Pattern.compile("\"(GET|PUT|POST|DELETE)\",\\s*\"(/[^\"]*)\"|addStream\\(\"(/[^\"]*)\"");
    private static final Pattern GET = Pattern.compile("\\bget\\(['`](/[^'`]*)['`]");
    private static final Pattern SEND = Pattern.compile("\\bsend\\('(\\w+)', ['`](/[^'`]*)['`]");
    private static final Pattern NETWORK =
            Pattern.compile("\\bfetch\\(|XMLHttpRequest|new EventSource|sendBeacon|WebSocket");

    private Set<String> described() {
        Set<String> calls = new TreeSet<>();
        page.read("/openapi.json")
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> calls.add(call(method, path.getKey()))));
        return calls;
    }

    private static String call(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\$?\\{[^/]*}", "{}");
    }

    private static List<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(OpenApiTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyDescribedCallIsServed() {
        JsonNode paths = page.read("/openapi.json").path("paths");
        assertThat(paths).hasSizeGreaterThan(15);
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (path.getKey().equals("/events")) {
                        return; // does not end; see EventsTest
                    }
                    String place = path.getKey().replaceAll("\\{.*}", "1")
                            + (path.getKey().endsWith("next") ? "?wait=0s" : "");
                    HttpResponse<String> answer = page.send(
                            "/_inbox/api" + place.replace("/otp", "/otp?wait=0s"),
                            request -> request.method(
                                            method.toUpperCase(Locale.ROOT),
                                            java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                                    .header("Content-Type", "application/json"));
                    assertThat(answer.statusCode())
                            .as("%s %s: %s", method, path.getKey(), answer.body())
                            .isNotIn(405, 415, 500);
                    assertThat(answer.body()).doesNotContain("there is no such call");
                    assertThat(path.getValue().path(method).path("responses").has("" + answer.statusCode()))
                            .as("%s %s answers %s, which is not described", method, path.getKey(), answer.statusCode())
                            .isTrue();
                }));
    }

    @Test
    void everyServedCallIsDescribed() throws IOException {
        Set<String> served = new TreeSet<>();
        for (String text : texts(SOURCES.resolve("java"))) {
            Matcher route = ROUTE.matcher(text);
            while (route.find()) {
                served.add(route.group(3) == null ? call(route.group(1), route.group(2)) : call("GET", route.group(3)));
            }
        }
        assertThat(served).isEqualTo(described());
    }

    @Test
    void everyCallOfThePageIsDescribed() throws IOException {
        Path api = SCRIPTS.resolve("api.mjs");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(api), "there is no page yet");
        Set<String> called = new TreeSet<>(Set.of("GET /events"));
        Matcher get = GET.matcher(text(api));
        while (get.find()) {
            called.add(call("GET", get.group(1)));
        }
        Matcher send = SEND.matcher(text(api));
        while (send.find()) {
            called.add(call(send.group(1), send.group(2)));
        }
        assertThat(called).hasSizeGreaterThan(12).isSubsetOf(described());
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".mjs"))
                            .filter(file -> NETWORK.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("api.mjs");
        }
    }

    @Test
    void messagesHaveTheFieldsThatAreDescribed() {
        sms.sendMessageToGlobe(
                m -> m.to("6281234567890").message("Your code is 4829").taskId("o-1"));
        JsonNode schemas = page.read("/openapi.json").path("components").path("schemas");

        hasOnlyDescribed(
                schemas, "Message", page.read("/messages").path("messages").get(0));
        hasOnlyDescribed(
                schemas,
                "RequestSummary",
                page.read("/requests").path("requests").get(0));
        hasOnlyDescribed(schemas, "Health", page.read("/health"));
        hasOnlyDescribed(schemas, "Webhooks", page.read("/webhooks"));
        hasOnlyDescribed(schemas, "Connect", page.read("/connect"));
        hasOnlyDescribed(
                schemas, "FaultKind", page.read("/faults/kinds").path("kinds").get(0));
    }

    private static void hasOnlyDescribed(JsonNode schemas, String name, JsonNode value) {
        JsonNode schema = schemas.path(name);
        List<String> known = new java.util.ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        value.fieldNames().forEachRemaining(field -> assertThat(known).as(name).contains(field));
        schema.path("required")
                .forEach(field -> assertThat(value.has(field.asText()))
                        .as("%s.%s", name, field)
                        .isTrue());
    }
}
