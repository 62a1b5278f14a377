package io.github.alimsg.core.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.Together;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairsTest;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a signer keeps from one request to the next, and the order of what the older signature covers. */
class RequestSignerTest {
    private static final long SEED = 20261121;
    private static final long MOMENT = 1_767_323_045;

    @Test
    void olderSignatureCoversAnyMixOfQueryAndFormInTheOrderOfNames() throws Exception {
        var random = new Random(SEED);
        RequestSigner signer = RequestSigner.of(Signature.RPC_1_0, "example.com", "2020-06-06");
        for (int i = 0; i < 1_000; i++) {
            PercentEncodedPairs query = pairs(random);
            PercentEncodedPairs form = random.nextInt(3) == 0 ? null : pairs(random);
            Credentials credentials = credentials(random);

            SignedRequest signed = signer.sign("Op", query, form, credentials, MOMENT, "nonce-" + i);

            List<String> pairs = new ArrayList<>(Arrays.asList(signed.query().split("&")));
            String signature = pairs.remove(pairs.size() - 1);
            assertThat(pairs)
                    .contains(
                            "AccessKeyId=" + credentials.accessKeyId(),
                            "Action=Op",
                            "SignatureNonce=nonce-" + i,
                            "Version=2020-06-06");
            if (signed.body().length > 0) {
                pairs.addAll(Arrays.asList(new String(signed.body(), UTF_8).split("&")));
            }
            assertThat(signature).startsWith("Signature=");
            assertThat(URLDecoder.decode(signature.substring(10), UTF_8))
                    .isEqualTo(signature(pairs, credentials.accessKeySecret()));
        }
    }

    @Test
    void timeIsWrittenAsTheJdkWritesIt() {
        var random = new Random(SEED);
        List<Long> seconds =
                new ArrayList<>(List.of(0L, -1L, MOMENT, 253_402_300_799L, 253_402_300_800L, -62_167_219_201L));
        for (int i = 0; i < 1_000; i++) {
            seconds.add((long) (random.nextDouble() * 253_402_300_800L));
        }
        for (long second : seconds) {
            assertThat(RequestSigner.iso(second))
                    .isEqualTo(Instant.ofEpochSecond(second).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void manyThreadsWithSeveralKeysShareASigner(Signature signature) throws Exception {
        RequestSigner shared = RequestSigner.of(signature, "example.com", "2020-06-06");

        var thread = new AtomicInteger();
        List<Integer> wrong = Together.run(8, () -> {
            var random = new Random(SEED + thread.incrementAndGet());
            int differences = 0;
            for (int i = 0; i < 500; i++) {
                PercentEncodedPairs query = pairs(random);
                PercentEncodedPairs form = random.nextBoolean() ? null : pairs(random);
                Credentials credentials = credentials(random);
                RequestSigner fresh = RequestSigner.of(signature, "example.com", "2020-06-06");
                String expected = text(fresh.sign("Op", query, form, credentials, MOMENT + i, "n"));
                if (!text(shared.sign("Op", query, form, credentials, MOMENT + i, "n"))
                        .equals(expected)) {
                    differences++;
                }
            }
            return differences;
        });

        assertThat(wrong).hasSize(8).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void longRequestLeavesNoTraceInTheNext(Signature signature) {
        RequestSigner signer = RequestSigner.of(signature, "example.com", "2020-06-06");
        var random = new Random(SEED);
        Credentials credentials = credentials(random);
        PercentEncodedPairs small = pairs(random);
        String expected = text(signer.sign("Op", small, small, credentials, MOMENT, "n"));
        var large = new PercentEncodedPairs(0);
        large.add("Long", "短信".repeat(20_000));

        signer.sign("Op", large, large, credentials, MOMENT, "n");

        assertThat(text(signer.sign("Op", small, small, credentials, MOMENT, "n")))
                .isEqualTo(expected);
    }

    @Test
    void toolsOfALongRequestAreNotKept() {
        var tools = new SigningScratch();
        assertThat(tools.isSmallEnoughToKeep()).isTrue();

        tools.out.add("x".repeat(20_000));

        assertThat(tools.isSmallEnoughToKeep()).isFalse();
    }

    private static String text(SignedRequest signed) {
        return signed.query() + "\n" + signed.headers() + "\n" + new String(signed.body(), UTF_8);
    }

    private static Credentials credentials(Random random) {
        String id = "id" + random.nextInt(3);
        String secret = "secret" + random.nextInt(3);
        return random.nextBoolean()
                ? Credentials.of(id, secret)
                : Credentials.temporary(id, secret, "to+ken" + random.nextInt(3), null);
    }

    /** Names around those of the signature's own parameters, sometimes none at all. */
    private static PercentEncodedPairs pairs(Random random) {
        var pairs = new PercentEncodedPairs(0);
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = List.of("A", "Action", "B", "Format.1", "SignName", "Timestamp", "Value", "Z", "a b")
                    .get(random.nextInt(9));
            pairs.add(name, List.of("", "1", "a b&c=d%", "短信", "~*").get(random.nextInt(5)));
        }
        return pairs.sort();
    }

    /** The older signature by the letter of its description, over pairs that are percent-encoded. */
    private static String signature(List<String> pairs, String secret) throws Exception {
        String canonical = pairs.stream()
                .sorted(Comparator.comparing(pair -> pair.substring(0, pair.indexOf('=')))) // stable
                .collect(Collectors.joining("&"));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec((secret + "&").getBytes(UTF_8), "HmacSHA1"));
        byte[] text = ("POST&%2F&" + PercentEncodedPairsTest.reference(canonical)).getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }
}
