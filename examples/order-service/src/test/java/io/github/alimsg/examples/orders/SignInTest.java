package io.github.alimsg.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

@DisplayName("A one-time code signs in once")
class SignInTest extends ApplicationTest {
    @Test
    void theCodeInTheMessageSignsInOnce() {
        String attempt = attempt(ask("+62 812-3456-7821"));
        String code = code("6281234567821");
        assertThat(answer(attempt, code)).isEqualTo(204);
        assertThat(answer(attempt, code)).isEqualTo(401);
    }

    @Test
    void aCodeCanBeGuessedFiveTimes() {
        String attempt = attempt(ask("+62 812-3456-7822"));
        for (int guess = 0; guess < 5; guess++) {
            assertThat(answer(attempt, "000000")).isEqualTo(401);
        }
        assertThat(answer(attempt, code("6281234567822"))).isEqualTo(401);
    }

    @Test
    void aCodeWhoseReplyIsLostIsNotSentTwiceAndStillSignsIn() {
        cloud.when(SMS).thenCutAfterRequest();
        ResponseEntity<Map<?, ?>> asked = ask("+62 812-3456-7823");
        assertThat(asked.getStatusCode().value()).isEqualTo(202);
        assertThat(cloud.receivedCount(SMS)).isEqualTo(1);
        assertThat(answer(attempt(asked), code("6281234567823"))).isEqualTo(204);
    }

    @Test
    void aQuotaIs429() {
        cloud.when(SMS).thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "too many");
        assertThat(status(Map.of("phone", "+62 812-3456-7824"))).isEqualTo(429);
    }

    @Test
    void aRefusalIs502AndANumberThatIsNoneIs400() {
        cloud.when(SMS).thenFail(400, "InvalidParameter", "no such number");
        assertThat(status(Map.of("phone", "+62 812-3456-7825"))).isEqualTo(502);
        assertThat(status(Map.of("phone", "abc"))).isEqualTo(400);
        assertThat(status(Map.of())).isEqualTo(400);
    }

    private int status(Map<String, String> body) {
        return http.postForEntity("/sign-in", body, String.class)
                .getStatusCode()
                .value();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<?, ?>> ask(String phone) {
        return (ResponseEntity) http.postForEntity("/sign-in", Map.of("phone", phone), Map.class);
    }

    private static String attempt(ResponseEntity<Map<?, ?>> asked) {
        return String.valueOf(Objects.requireNonNull(asked.getBody()).get("attempt"));
    }

    private String code(String number) {
        String text = Objects.requireNonNull(cloud.messages().to(number).get(0).text());
        return text.substring(text.length() - 6);
    }

    private int answer(String attempt, String code) {
        return http.postForEntity("/sign-in/{attempt}", Map.of("code", code), String.class, attempt)
                .getStatusCode()
                .value();
    }
}
