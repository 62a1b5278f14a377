package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.Diagnosis;
import io.github.alimsg.testing.gateway.Keys;
import io.github.alimsg.testing.gateway.PercentCoding;
import io.github.alimsg.testing.gateway.SignatureCheck;
import io.github.alimsg.testing.gateway.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Finds out which of the usual mistakes of clients gives the signature that arrived. */
final class QueueSignatureGuesses {
    private final WireRequest request;
    private final String secret;
    private final String given;

    /** What clients sign by mistake, with the mistake. */
    private final Map<String, String> guesses = new LinkedHashMap<>();

    QueueSignatureGuesses(WireRequest request, String secret, String given) {
        this.request = request;
        this.secret = secret;
        this.given = given;
    }

    Diagnosis diagnosis(String expected, Map<String, String> otherSecrets) {
        String ofSecret = ofSecret(expected, otherSecrets);
        if (ofSecret != null) {
            return new Diagnosis(ofSecret, expected, expected);
        }
        collect(expected);
        for (Map.Entry<String, String> guess : guesses.entrySet()) {
            if (!guess.getKey().equals(expected) && isGiven(secret, guess.getKey())) {
                return new Diagnosis(guess.getValue(), expected, guess.getKey());
            }
        }
        return new Diagnosis(
                "the client has another secret, or has signed something else than what arrived; compare what it signs with"
                        + " the string to sign that is expected",
                expected,
                null);
    }

    private boolean isGiven(String key, String text) {
        return QueueSignature.sign(key, text).equals(given);
    }

    private @Nullable String ofSecret(String expected, Map<String, String> otherSecrets) {
        if (HexFormat.of()
                .formatHex(SignatureCheck.hmac("HmacSHA1", secret, expected))
                .equalsIgnoreCase(given)) {
            return "the signature is in hexadecimal, not in Base64";
        }
        if (isGiven(secret + "&", expected)) {
            return "the key of the HMAC has an ampersand behind the secret, which is for RPC 1.0";
        }
        for (String changed : List.of(secret + "\n", secret + "\r\n", secret + " ", " " + secret)) {
            if (isGiven(changed, expected)) {
                return "the client's secret has white space around it";
            }
        }
        for (Map.Entry<String, String> other : otherSecrets.entrySet()) {
            if (isGiven(other.getValue(), expected)) {
                return "the secret is that of another access key, " + Keys.shown(other.getKey());
            }
        }
        return null;
    }

    private void collect(String expected) {
        String target = request.target();
        String path = request.path();
        targets("the query is not signed", path);
        targets("the target is signed with escapes in its query that were not sent", escaped());
        targets("the target is signed without the escapes that were sent", unescaped(target));
        targets("the host is signed before the path", request.headers().getOrDefault("host", "") + target);
        targets("the path is signed without its first slash", target.substring(1));
        String date = request.headers().getOrDefault("date", "");
        String own = QueueSignature.ownHeaders(request);
        guesses.putIfAbsent(
                QueueSignature.stringToSign(request, date, own, target),
                "the header x-mns-date is sent, and Date is signed in its place");
        String signedDate = expected.lines().toList().get(3);
        guesses.putIfAbsent(QueueSignature.stringToSign(request, "", own, target), "the date is not signed");
        guesses.putIfAbsent(
                QueueSignature.stringToSign(request, signedDate, "", target), "the headers x-mns-… are not signed");
        guesses.putIfAbsent(
                QueueSignature.stringToSign(request, signedDate, own.replace(":", ": "), target),
                "the headers x-mns-… are signed with a space behind the colon");
        guesses.putIfAbsent(
                QueueSignature.stringToSign(
                        request, signedDate, own + "security-token:" + request.header("security-token") + "\n", target),
                "the header security-token is signed");
        String md5 = request.body().md5().base64();
        String md5OfHex = ByteString.encodeUtf8(request.body().md5().hex()).base64();
        header("Content-MD5", 1, expected, "", md5, md5OfHex);
        String type = request.headers().getOrDefault("content-type", "");
        int semicolon = type.indexOf(';');
        header(
                "Content-Type",
                2,
                expected,
                "",
                semicolon < 0 ? type : type.substring(0, semicolon),
                "text/xml",
                "text/xml;charset=utf-8",
                "text/xml; charset=utf-8");
        for (String method : List.of("GET", "PUT", "DELETE", "POST")) {
            guesses.putIfAbsent(
                    method + expected.substring(request.method().length()),
                    "the HTTP method that is signed is not the one that is sent, " + request.method());
        }
        guesses.putIfAbsent(
                expected.replace("\n\n\n", "\n").replace("\n\n", "\n"),
                "the empty lines of headers that are not sent are missing");
    }

    private void targets(String mistake, String target) {
        String expected = QueueSignature.stringToSign(request);
        guesses.putIfAbsent(
                expected.substring(0, expected.length() - request.target().length()) + target, mistake);
    }

    /** The HTTP client has added, changed or left out a header. */
    private void header(String name, int line, String expected, String... values) {
        for (String signed : values) {
            List<String> lines = new ArrayList<>(expected.lines().toList());
            lines.set(line, signed);
            guesses.putIfAbsent(
                    String.join("\n", lines),
                    "the header " + name
                            + " that is signed is not the one that is sent: the HTTP client has changed it");
        }
    }

    private String escaped() {
        return request.query().stream()
                .map(pair -> pair.name() + "=" + PercentCoding.encode(pair.value()))
                .collect(Collectors.joining("&", request.path() + "?", ""));
    }

    private static String unescaped(String target) {
        return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
