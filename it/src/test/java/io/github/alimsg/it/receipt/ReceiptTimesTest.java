package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts of receipts are times, and which moments they are. */
class ReceiptTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // digits that are a time
                "20170901000000      | 2017-08-31T16:00:00Z",
                "20240229235959      | 2024-02-29T15:59:59Z",
                "1504195200          | 2017-08-31T16:00:00Z",
                "1504195200123       | 2017-08-31T16:00:00.123Z",
                "4102444799          | 2099-12-31T23:59:59Z",
                // digits that are none
                "20170230000000      | -",
                "20230229000000      | -",
                "20171301000000      | -",
                "20170901240000      | -",
                "20170901006000      | -",
                "00000000000000      | -",
                "26090901000000      | -",
                "99999999999999      | -",
                "4102444800          | -",
                "0000000000          | -",
                "0000000000000       | -",
                "9999999999999       | -",
                "20170901            | -",
                "201709010000        | -",
                "2017090100000000    | -",
                "20170901000000000   | -",
                "1504195200123456    | -",
                "1504195200123456789 | -",
                "150419520           | -",
                "0                   | -",
                "7                   | -",
                "-1504195200         | -",
                "１５０４１９５２００   | -",
                // dates
                "2017-09-01 00:00:00 | 2017-08-31T16:00:00Z",
                "2024-02-29 08:00:00 | 2024-02-29T00:00:00Z",
                "2017-02-30 00:00:00 | -",
                "2023-02-29 00:00:00 | -",
                "2017-04-31 00:00:00 | -",
                "2017-09-01 24:00:00 | -",
                "2017-09-01 23:59:60 | -",
                "0000-00-00 00:00:00 | -",
                "Fri, 01 Sep 2017 00:00:00 +0800 | 2017-08-31T16:00:00Z",
                "Fri, 01 Sep 2017 00:00:00 GMT   | 2017-09-01T00:00:00Z",
                "30 Feb 2017 00:00:00 GMT        | -",
                "31 Apr 2017 00:00:00 +0800      | -",
                "Mon, 01 Sep 2017 00:00:00 GMT   | -",
            })
    void aTimeIsReadWhereItCanBeOneAndNowhereElse(String text, @Nullable Instant moment) {
        SmsReport report = SmsReport.parse(bytes("{\"biz_id\":\"1\",\"send_time\":\"" + text + "\"}"))
                .get(0);
        assertThat(report.sentAt()).isEqualTo(moment);
        assertThat(report.sendTime()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "20170901000000,2017-08-31T16:00:00Z",
        "1504195200,2017-08-31T16:00:00Z",
        "1504195200123,2017-08-31T16:00:00.123Z",
        "20170901,",
        "1.504195200123e12,2017-08-31T16:00:00.123Z",
        "9223372036854775807,"
    })
    void numbersAreReadLikeTheirDigits(String number, @Nullable Instant moment) {
        ChatAppStatus status =
                ChatAppStatus.parse(bytes("{\"Timestamp\":" + number + "}")).get(0);
        assertThat(status.timestamp()).isEqualTo(moment);
    }
}
