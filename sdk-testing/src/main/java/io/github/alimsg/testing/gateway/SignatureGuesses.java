package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.Signature;
import io.github.alimsg.testing.gateway.PercentCoding.Pair;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is wrong with a signature that does not match. A signature cannot be read backwards, so this signs what
 * a client with one of the usual mistakes would have signed, and looks which one gives the signature that arrived.
 */
final class SignatureGuesses {
    private static final String UNKNOWN =
            "the client has another secret, or has signed something else than what arrived; compare what it signs with the"
                    + " string to sign that is expected";

    private final WireRequest request;
    private final SignatureClaim claim;
    private final String secret;
    private final Map<String, String> otherSecrets;

    /** A mistake that clients make, and what they sign with it. */
    private record Guess(String reason, String signed) {}

    /**
     * Looks at a request.
     *
     * @param secret the secret of its key
     * @param otherSecrets those of other keys, by key id
     */
    SignatureGuesses(WireRequest request, SignatureClaim claim, String secret, Map<String, String> otherSecrets) {
        this.request = request;
        this.claim = claim;
        this.secret = secret;
        this.otherSecrets = otherSecrets;
    }

    /** What is wrong with an RPC 1.0 signature. */
    Diagnosis ofRpc(String expected) {
        Function<String, String> withAmpersand = given -> given + "&";
        if (signature(secret + "&", expected).equals(given().replace(' ', '+'))) {
            return found("the signature is not percent-encoded, so that its plus signs arrive as spaces", expected);
        }
        if (signature(secret, expected).equals(given())) {
            return found("the key of the HMAC lacks the ampersand behind the secret", expected);
        }
        Diagnosis ofSecret = ofSecret(expected, withAmpersand);
        if (ofSecret != null) {
            return ofSecret;
        }
        List<Pair> all = new ArrayList<>(request.query());
        all.addAll(request.form());
        all.removeIf(pair -> pair.name().equals("Signature"));
        List<Pair> sorted = SignatureCheck.sorted(all);
        List<Guess> guesses = new ArrayList<>();
        guesses.add(new Guess(
                "the HTTP method that is signed is not the one that is sent, " + request.method(),
                (request.method().equals("POST") ? "GET" : "POST") + expected.substring(expected.indexOf('&'))));
        guesses.add(
                rpc("spaces are signed as + and * as it is, not as %20 and %2A", sorted, SignatureGuesses::ofForms));
        guesses.add(rpc(
                "* is signed as it is, not as %2A",
                sorted, text -> PercentCoding.encode(text).replace("%2A", "*")));
        guesses.add(rpc(
                "~ is signed as %7E, not as it is",
                sorted, text -> PercentCoding.encode(text).replace("~", "%7E")));
        guesses.add(rpc("names and values are not percent-encoded before they are joined", sorted, text -> text));
        guesses.add(new Guess(
                "the joined parameters are not percent-encoded once more",
                request.method() + "&%2F&" + joined(sorted, PercentCoding::encode)));
        guesses.add(rpc("the parameters are not sorted", all, PercentCoding::encode));
        guesses.add(rpc("the parameters are sorted without regard to case", ignoringCase(all), PercentCoding::encode));
        List<Pair> ofQuery = new ArrayList<>(sorted);
        ofQuery.removeAll(request.form());
        guesses.add(rpc("the parameters of the form are not signed", ofQuery, PercentCoding::encode));
        return first(guesses, guess -> signature(secret + "&", guess).equals(given()), expected);
    }

    private Guess rpc(String reason, List<Pair> pairs, Function<String, String> encode) {
        return new Guess(reason, request.method() + "&%2F&" + PercentCoding.encode(joined(pairs, encode)));
    }

    /** What is wrong with an ACS3 signature whose hash of the body is right. */
    Diagnosis ofAcs3(String expected) {
        if (signature(secret, toSign(expected)).equals(given().toLowerCase(Locale.ROOT))) {
            return found("the signature is in capitals", expected);
        }
        if (signature(secret, SignatureCheck.ACS3 + "\n" + expected).equals(given())) {
            return found("the canonical request itself is signed, not its SHA-256", expected);
        }
        Diagnosis ofSecret = ofSecret(expected, given -> given);
        if (ofSecret == null) {
            ofSecret = signature(secret + "&", toSign(expected)).equals(given())
                    ? found("the key of the HMAC has an ampersand behind the secret, which is for RPC 1.0", expected)
                    : null;
        }
        if (ofSecret != null) {
            return ofSecret;
        }
        List<Guess> guesses = new ArrayList<>();
        guesses.add(new Guess(
                "the HTTP method that is signed is not the one that is sent, " + request.method(),
                (request.method().equals("POST") ? "GET" : "POST") + expected.substring(expected.indexOf('\n'))));
        List<Pair> sorted = SignatureCheck.sorted(request.query());
        guesses.add(query(expected, "the parameters of the query are not signed", List.of(), PercentCoding::encode));
        guesses.add(
                query(expected, "the parameters of the query are not sorted", request.query(), PercentCoding::encode));
        guesses.add(query(
                expected,
                "the parameters of the query are sorted without regard to case",
                ignoringCase(request.query()),
                PercentCoding::encode));
        guesses.add(query(
                expected,
                "spaces are signed as + and * as it is, not as %20 and %2A",
                sorted,
                SignatureGuesses::ofForms));
        guesses.add(query(
                expected, "names and values of the query are signed without percent-encoding", sorted, text -> text));
        String host = request.headers().getOrDefault("host", "");
        int colon = host.lastIndexOf(':');
        if (colon > 0) {
            String name = host.substring(0, colon);
            String port = host.substring(colon);
            guesses.add(header(expected, "host", name));
            guesses.add(header(expected, "host", (name.equals("localhost") ? "127.0.0.1" : "localhost") + port));
        }
        String type = request.headers().getOrDefault("content-type", "");
        int semicolon = type.indexOf(';');
        guesses.add(header(expected, "content-type", semicolon < 0 ? type : type.substring(0, semicolon)));
        guesses.add(header(expected, "content-type", type + "; charset=utf-8"));
        guesses.add(new Guess("the empty line behind the signed headers is missing", expected.replace("\n\n", "\n")));
        return first(guesses, guess -> signature(secret, toSign(guess)).equals(given()), expected);
    }

    private Guess query(String expected, String reason, List<Pair> pairs, Function<String, String> encode) {
        String before = request.method() + "\n" + request.path() + "\n";
        String right = joined(SignatureCheck.sorted(request.query()), PercentCoding::encode);
        return new Guess(reason, before + joined(pairs, encode) + expected.substring(before.length() + right.length()));
    }

    private Guess header(String expected, String name, String value) {
        return new Guess(
                "the header " + name + " that is signed is not the one that is sent: the HTTP client has changed it",
                expected.replace("\n" + name + ":" + request.header(name) + "\n", "\n" + name + ":" + value + "\n"));
    }

    private @Nullable Diagnosis ofSecret(String expected, Function<String, String> key) {
        String toSign = claim.kind() == Signature.RPC_1_0 ? expected : toSign(expected);
        for (String changed : List.of(
                secret + "\n", secret + "\r\n", secret + " ", " " + secret, "\"" + secret + "\"", "'" + secret + "'")) {
            if (signature(key.apply(changed), toSign).equals(given())) {
                return found("the client's secret has white space or quotes around it", expected);
            }
        }
        for (var other : otherSecrets.entrySet()) {
            if (signature(key.apply(other.getValue()), toSign).equals(given())) {
                return found("the secret is that of another access key, " + Keys.shown(other.getKey()), expected);
            }
        }
        return null;
    }

    private static Diagnosis first(List<Guess> guesses, Predicate<String> fits, String expected) {
        for (Guess guess : guesses) {
            if (!guess.signed.equals(expected) && fits.test(guess.signed)) {
                int at = difference(expected, guess.signed);
                return new Diagnosis(
                        guess.reason + "; the first difference is at character " + (at + 1), expected, guess.signed);
            }
        }
        return new Diagnosis(UNKNOWN, expected, null);
    }

    private static int difference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The caller signed the right text in a wrong way. */
    private static Diagnosis found(String reason, String expected) {
        return new Diagnosis(reason, expected, expected);
    }

    private String given() {
        return claim.signature() == null ? "" : claim.signature();
    }

    private String signature(String key, String text) {
        return claim.kind() == Signature.RPC_1_0
                ? SignatureCheck.rpcSignature(key, text)
                : HexFormat.of().formatHex(SignatureCheck.hmac("HmacSHA256", key, text));
    }

    private static String toSign(String canonical) {
        return SignatureCheck.ACS3 + "\n"
                + ByteString.encodeUtf8(canonical).sha256().hex();
    }

    private static String ofForms(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Pair> ignoringCase(List<Pair> pairs) {
        return pairs.stream()
                .sorted(Comparator.comparing(Pair::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String joined(List<Pair> pairs, Function<String, String> encode) {
        return pairs.stream()
                .map(pair -> encode.apply(pair.name()) + "=" + encode.apply(pair.value()))
                .collect(Collectors.joining("&"));
    }
}
