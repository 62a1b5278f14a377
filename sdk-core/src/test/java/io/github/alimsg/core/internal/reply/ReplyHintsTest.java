package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyHintsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1500, 1500", "' 200 ', 200", "999999999, 999999999"})
    void gatewayHintIsInMilliseconds(String value, long millis) {
        assertThat(throttled(value)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-1", "-1500", "1.5", "1e3", "soon", "0x10", "99999999999999999999", "١٢"})
    void unreadableGatewayHintSaysNothing(String value) {
        assertThat(throttled(value)).isNull();
        assertThat(wait("x-acs-retry-after", value)).isNull();
    }

    @Test
    void missingHintsSayNothing() {
        HttpResponse reply = reply();

        assertThat(ReplyHints.ofGateway(reply)).isNull();
        assertThat(ReplyHints.wait(reply, NOW)).isNull();
        assertThat(ReplyHints.date(reply)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-ratelimit-user-api", "x-ratelimit-user", "X-RateLimit-User-API"})
    void exhaustedWindowLastsAsLongAsItSays(String header) {
        assertThat(wait(header, "Limit:1,Remain:0,TimeLeft:2000,Reset:1234")).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Limit:5,Remain:1,TimeLeft:2000,Reset:1234",
                "Limit:5,Remain:-1,TimeLeft:2000,Reset:1234",
                "Limit:1,Remain:0",
                "Limit:1,Remain:0,TimeLeft:soon",
                "nonsense",
                ""
            })
    void windowThatIsNotExhaustedOrUnreadableSaysNothing(String value) {
        assertThat(wait("x-ratelimit-user-api", value)).isNull();
    }

    @Test
    void longHeaderSaysNothing() {
        String blanks = " ".repeat(2_000);

        assertThat(throttled(blanks + "5")).isNull();
        assertThat(wait("x-ratelimit-user", "Remain:0,TimeLeft:5," + blanks + "x"))
                .isNull();
        assertThat(wait("Retry-After", blanks + "5")).isNull();
        assertThat(ReplyHints.date(reply("Date", "Fri, 02 Jan 2026 03:04:05 GMT" + blanks)))
                .isNull();
    }

    @Test
    void longerOfTwoWindowsCounts() {
        String shorter = "Limit:1,Remain:0,TimeLeft:100,Reset:1";
        String longer = "Limit:1,Remain:0,TimeLeft:900,Reset:1";

        assertThat(wait("x-ratelimit-user-api", shorter, "x-ratelimit-user", longer))
                .isEqualTo(Duration.ofMillis(900));
        assertThat(wait("x-ratelimit-user-api", longer, "x-ratelimit-user", shorter))
                .isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void gatewayHintComesBeforeTheOthers() {
        String window = "Limit:1,Remain:0,TimeLeft:2000,Reset:1";

        assertThat(wait("Retry-After", "9", "x-ratelimit-user", window, "x-acs-retry-after", "5"))
                .isEqualTo(Duration.ofMillis(5));
        assertThat(wait("Retry-After", "9", "x-ratelimit-user", window)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void retryAfterIsInSecondsOrADate() {
        assertThat(wait("Retry-After", "3")).isEqualTo(Duration.ofSeconds(3));
        assertThat(wait("Retry-After", "Fri, 02 Jan 2026 03:04:35 GMT")).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "soon", "Fri, 02 Jan 2026 03:04:00 GMT", "Mon, 02 Jan 2026 03:04:35 GMT", ""})
    void unreadableOrPastRetryAfterSaysNothing(String value) {
        assertThat(wait("Retry-After", value)).isNull();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void datesAreReadTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(() -> {
            assertThat(ReplyHints.date(reply("date", "Fri, 02 Jan 2026 03:04:05 GMT")))
                    .isEqualTo(NOW);
            assertThat(throttled("1500")).isEqualTo(Duration.ofMillis(1500));
            assertThat(wait("x-ratelimit-user", "Limit:1,Remain:0,TimeLeft:20,Reset:1"))
                    .isEqualTo(Duration.ofMillis(20));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-02T03:04:05Z", "yesterday", "Fri, 32 Jan 2026 03:04:05 GMT"})
    void unreadableDateSaysNothing(String value) {
        assertThat(ReplyHints.date(reply("Date", value))).isNull();
    }

    private static Duration throttled(String value) {
        return ReplyHints.ofGateway(reply("X-Acs-Retry-After", value));
    }

    private static Duration wait(String... headers) {
        return ReplyHints.wait(reply(headers), NOW);
    }

    private static HttpResponse reply(String... headers) {
        return new HttpResponse(400, List.of(headers), new byte[0]);
    }
}
