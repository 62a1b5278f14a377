package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.internal.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignedCallTest {
    private static final HttpRequest REQUEST = HttpRequest.builder("https://sms.example.com")
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(1))
            .timeout(Duration.ofSeconds(1))
            .maxReplyBytes(1)
            .build();

    private final ManualTime time = new ManualTime();

    private SignedCall signedBy(Credentials credentials) {
        return new SignedCall(REQUEST, credentials, time.instant(), time.nanoTime());
    }

    @Test
    void isReplayableAsLongAsTheGatewayKnowsItsNonce() {
        time.advance(Duration.ofMinutes(1));
        SignedCall signed = signedBy(Credentials.of("key", "secret"));

        time.advance(Duration.ofMinutes(14).minusNanos(1));
        assertThat(signed.isReplayable(time)).isTrue();

        time.advance(Duration.ofNanos(1));
        assertThat(signed.isReplayable(time)).isFalse();
    }

    @Test
    void isReplayableNoLongerThanItsTokenIsValid() {
        var expires = ManualTime.START.plus(Duration.ofMinutes(2));
        SignedCall signed = signedBy(Credentials.temporary("key", "secret", "token", expires));

        time.advance(Duration.ofMinutes(2).minusNanos(1));
        assertThat(signed.isReplayable(time)).isTrue();

        time.advance(Duration.ofNanos(1));
        assertThat(signed.isReplayable(time)).isFalse();
    }

    @Test
    void withoutASignatureNothingIsReplayable() {
        assertThat(signedBy(Credentials.anonymous()).isReplayable(time)).isFalse();
    }
}
