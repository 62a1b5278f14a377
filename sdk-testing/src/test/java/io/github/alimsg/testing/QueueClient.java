package io.github.alimsg.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.core.credentials.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A consumer of queues on the JDK's own client, with nothing of the SDK in it. */
final class QueueClient implements AutoCloseable {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final FakeCloud cloud;
    private final Supplier<Instant> clock;
    private final PlainClient api;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    QueueClient(FakeCloud cloud, Supplier<Instant> clock) {
        this.cloud = cloud;
        this.clock = clock;
        this.api = new PlainClient(cloud);
    }

    @Override
    public void close() {
        api.close();
    }

    /** A reply, with the elements of its XML. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        /** The texts of all elements with a name, in order. */
        List<String> all(String element) {
            List<String> texts = new ArrayList<>();
            NodeList found = root().getElementsByTagName(element);
            for (int i = 0; i < found.getLength(); i++) {
                Node node = found.item(i);
                texts.add(node.getTextContent());
            }
            return texts;
        }

        String one(String element) {
            List<String> texts = all(element);
            if (texts.size() != 1) {
                throw new AssertionError(element + ": " + texts.size() + " times in " + response.body());
            }
            return texts.get(0);
        }

        String rootName() {
            return root().getTagName();
        }

        private Element root() {
            try {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();
            } catch (SAXException | IOException | ParserConfigurationException e) {
                throw new AssertionError(response.statusCode() + " " + response.body(), e);
            }
        }
    }

    /** Asks for a key. */
    JsonNode token(String type, String queue) throws IOException {
        var call = api.call("QueryTokenForMnsQueue").version("2017-05-25").at(clock.get());
        PlainClient.Answer answer =
                call.query("MessageType", type).query("QueueName", queue).post();
        return new ObjectMapper().readTree(answer.body());
    }

    /** Borrows a key. */
    Credentials key(String queue) throws IOException {
        JsonNode key = token("SmsReport", queue).path("MessageTokenDTO");
        return Credentials.temporary(
                key.path("AccessKeyId").asText(),
                key.path("AccessKeySecret").asText(),
                key.path("SecurityToken").asText(),
                null);
    }

    Request get(Credentials key, String target) {
        return new Request(key, "GET", target, "");
    }

    Request put(Credentials key, String target) {
        return new Request(key, "PUT", target, "");
    }

    Request delete(Credentials key, String target) {
        return new Request(key, "DELETE", target, "");
    }

    Request deleteAll(Credentials key, String queue, List<String> handles) {
        return new Request(key, "DELETE", "/queues/" + queue + "/messages", handles(handles));
    }

    static String handles(List<String> handles) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ReceiptHandles xmlns=\"http://mns.aliyuncs.com/doc/v1/\">"
                + handles.stream()
                        .map(handle -> "<ReceiptHandle>" + handle + "</ReceiptHandle>")
                        .collect(Collectors.joining())
                + "</ReceiptHandles>";
    }

    /** A request in the making. */
    final class Request {
        private final Credentials key;
        private final String method;
        private final String target;
        private String body;
        private String date = HTTP_DATE.format(clock.get());
        private String ownDate = "";
        private String version = "2015-06-06";
        private String authorization = "";
        private String token;
        private String signingKey;
        private UnaryOperator<String> signed = text -> text;

        Request(Credentials key, String method, String target, String body) {
            this.key = key;
            this.method = method;
            this.target = target;
            this.body = body;
            this.token = key.securityToken() == null ? "" : key.securityToken();
            this.signingKey = key.accessKeySecret();
        }

        Request at(Instant time) {
            return date(HTTP_DATE.format(time));
        }

        Request date(String date) {
            this.date = date;
            return this;
        }

        Request ownDate(String date) {
            this.ownDate = date;
            return this;
        }

        Request version(String version) {
            this.version = version;
            return this;
        }

        Request authorization(String authorization) {
            this.authorization = authorization;
            return this;
        }

        Request token(String token) {
            this.token = token;
            return this;
        }

        Request body(String body) {
            this.body = body;
            return this;
        }

        Request signingWith(String secret) {
            this.signingKey = secret;
            return this;
        }

        /** Signs another text than the right one. */
        Request signing(UnaryOperator<String> signed) {
            this.signed = signed;
            return this;
        }

        private String stringToSign() {
            return method + "\n\n" + (body.isEmpty() ? "" : "text/xml") + "\n"
                    + (ownDate.isEmpty() ? date : ownDate) + "\n"
                    + (ownDate.isEmpty() ? "" : "x-mns-date:" + ownDate + "\n")
                    + "x-mns-version:" + version + "\n" + target;
        }

        private HttpRequest request() {
            String signature = Base64.getEncoder().encodeToString(hmacSha1(signingKey, signed.apply(stringToSign())));
            var builder = HttpRequest.newBuilder(URI.create(cloud.endpoint() + target))
                    .timeout(Duration.ofSeconds(20))
                    .method(
                            method,
                            body.isEmpty()
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            header(builder, "Date", date);
            header(builder, "x-mns-date", ownDate);
            header(builder, "x-mns-version", version);
            header(builder, "security-token", token);
            header(builder, "Content-Type", body.isEmpty() ? "" : "text/xml");
            header(
                    builder,
                    "Authorization",
                    authorization.isEmpty() ? "MNS " + key.accessKeyId() + ":" + signature : authorization);
            return builder.build();
        }

        private void header(HttpRequest.Builder builder, String name, String value) {
            if (!value.isEmpty()) {
                builder.header(name, value);
            }
        }

        Answer send() throws IOException, InterruptedException {
            return new Answer(http.send(request(), BodyHandlers.ofString()));
        }

        /** Sends, and waits on other threads. */
        CompletableFuture<Answer> begin() {
            return http.sendAsync(request(), BodyHandlers.ofString()).thenApply(Answer::new);
        }
    }

    static byte[] hmacSha1(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
