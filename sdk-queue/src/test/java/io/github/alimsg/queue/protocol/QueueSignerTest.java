package io.github.alimsg.queue.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueueSignerTest {
    private static final Instant NOW = Instant.parse("2015-07-09T03:01:34Z");

    /** The example of the vendor's documentation, which masks the last four characters. */
    @Test
    void signsAsTheVendorsExample() {
        List<String> headers =
                QueueSigner.headers(Credentials.of("id", "TestAccessSecret"), "GET", null, "/MyQueue", NOW);

        assertThat(headers)
                .containsExactly(
                        "Date",
                        "Thu, 09 Jul 2015 03:01:34 GMT",
                        "x-mns-version",
                        "2015-06-06",
                        "Authorization",
                        "MNS id:uwx3yeWoILzgmvesW0BQSgfM7b8=");
    }

    @Test
    void theTokenOfATemporaryKeyIsAHeaderThatIsNotSigned() {
        List<String> headers = QueueSigner.headers(
                Credentials.temporary("id", "TestAccessSecret", "token", null), "GET", null, "/MyQueue", NOW);

        assertThat(headers).endsWith("MNS id:uwx3yeWoILzgmvesW0BQSgfM7b8=", "security-token", "token");
    }

    @Test
    void theMediaTypeOfABodyIsSigned() {
        String with = QueueSigner.headers(Credentials.of("id", "s"), "DELETE", "text/xml", "/q", NOW)
                .get(5);

        assertThat(with)
                .isEqualTo("MNS id:"
                        + QueueSigner.signature(
                                "s",
                                "DELETE\n\ntext/xml\nThu, 09 Jul 2015 03:01:34 GMT\nx-mns-version:2015-06-06\n/q"));
    }

    @Test
    void theDateIsTheSameEverywhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
        try {
            assertThat(QueueSigner.headers(Credentials.of("id", "s"), "GET", null, "/", NOW))
                    .contains("Thu, 09 Jul 2015 03:01:34 GMT");
        } finally {
            Locale.setDefault(before);
        }
    }
}
