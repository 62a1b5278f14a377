package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static io.github.alimsg.receipts.DeliveryState.DELIVERED;
import static io.github.alimsg.receipts.DeliveryState.EXPIRED;
import static io.github.alimsg.receipts.DeliveryState.FAILED;
import static io.github.alimsg.receipts.DeliveryState.READ;
import static io.github.alimsg.receipts.DeliveryState.SENT;
import static io.github.alimsg.receipts.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.cams.receipt.MessageStatus;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.dysms.international.receipt.GlobeStatus;
import io.github.alimsg.dysms.international.receipt.MainlandReport;
import io.github.alimsg.dysms.international.receipt.MainlandStatus;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One state for the receipts of all products, and the furthest one whatever the order. */
class DeliveryStateTest {
    private static final List<DeliveryState> ALL = List.of(DeliveryState.values());

    private static DeliveryState chat(String status) {
        return ChatAppStatus.parse(bytes("{\"MessageId\":\"1\",\"Status\":\"" + status + "\"}"))
                .get(0)
                .state();
    }

    private static DeliveryState globe(String status) {
        return GlobeReport.parse(bytes("{\"MessageId\":\"1\",\"Status\":\"" + status + "\"}"))
                .get(0)
                .state();
    }

    private static DeliveryState mainlandByGlobe(String status) {
        return MainlandReport.parse(bytes("{\"BizId\":\"1\",\"SendStatus\":\"" + status + "\"}"))
                .get(0)
                .state();
    }

    private static SmsReport mainland(String fields) {
        return SmsReport.parse(bytes("{\"biz_id\":\"1\"" + fields.replace('\'', '"') + "}"))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, DELIVERED, SENT,      UNKNOWN",
        "2, FAILED,    FAILED,    UNKNOWN",
        "3, UNKNOWN,   DELIVERED, UNKNOWN",
        "6, EXPIRED,   UNKNOWN,   UNKNOWN",
        "0, UNKNOWN,   UNKNOWN,   UNKNOWN"
    })
    void equalDigitsAreUnequalStates(
            String digit, DeliveryState globe, DeliveryState mainlandByGlobe, DeliveryState chat) {
        assertThat(globe(digit)).isEqualTo(globe);
        assertThat(mainlandByGlobe(digit)).isEqualTo(mainlandByGlobe);
        assertThat(chat(digit)).isEqualTo(chat);
    }

    @ParameterizedTest
    @CsvSource({
        "Sent, SENT",
        "Delivered, DELIVERED",
        "READ, READ",
        "' failed ', FAILED",
        "Deleted, UNKNOWN",
        "subscribe, UNKNOWN",
        "unsubscribe, UNKNOWN",
        "Pondering, UNKNOWN",
        "'', UNKNOWN"
    })
    void statesOfChatMessages(String status, DeliveryState state) {
        assertThat(chat(status)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\",'success':true,'err_code':'DELIVERED'\", DELIVERED, NONE",
                "\",'success':true,'err_code':'MK:0001'\", DELIVERED, NONE",
                "\",'success':true\", DELIVERED, NONE",
                "\",'err_code':'DELIVERED'\", DELIVERED, NONE",
                "\",'success':false,'err_code':'USER_REJECT'\", FAILED, OPTED_OUT",
                "\",'err_code':' USER_REJECT '\", FAILED, OPTED_OUT",
                "\",'success':false,'err_code':'MK:0001'\", FAILED, UNKNOWN",
                "\",'success':false,'err_code':'DELIVERED'\", FAILED, UNKNOWN",
                "\",'success':false\", FAILED, UNKNOWN",
                "\",'err_code':'MK:0001'\", UNKNOWN, NONE",
                "\",'success':false,'err_code':'EXPIRED'\", EXPIRED, EXPIRED",
                "\",'err_code':'EXPIRED'\", EXPIRED, EXPIRED",
                "\",'success':false,'err_code':'REQUEST_SUCCESS'\", SENT, NONE",
                "\",'report_time':'2026-11-21 18:00:00'\", UNKNOWN, NONE"
            })
    void statesOfMainlandMessages(String fields, DeliveryState state, FailureReason reason) {
        SmsReport report = mainland(fields);
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.reason()).isEqualTo(reason);
    }

    @Test
    void withoutAStatusTheStateIsUnknown() {
        assertThat(ChatAppStatus.parse(bytes("{\"MessageId\":\"1\"}")).get(0).state())
                .isEqualTo(UNKNOWN);
        assertThat(GlobeReport.parse(bytes("{\"MessageId\":\"1\"}")).get(0).state())
                .isEqualTo(UNKNOWN);
        assertThat(MainlandReport.parse(bytes("{\"BizId\":\"1\"}")).get(0).state())
                .isEqualTo(UNKNOWN);
        assertThat(mainland("").state()).isEqualTo(UNKNOWN);
    }

    /** A status that is documented and yet has no state is here by name. */
    @Test
    void everyDocumentedStatusHasAState() {
        Set<String> without = new TreeSet<>();
        MessageStatus.known().stream()
                .map(MessageStatus::value)
                .filter(s -> chat(s) == UNKNOWN)
                .forEach(without::add);
        GlobeStatus.known().stream()
                .map(GlobeStatus::value)
                .filter(s -> globe(s) == UNKNOWN)
                .forEach(without::add);
        MainlandStatus.known().stream()
                .map(MainlandStatus::value)
                .filter(s -> mainlandByGlobe(s) == UNKNOWN)
                .forEach(without::add);
        assertThat(without).containsExactly("Deleted", "subscribe", "unsubscribe");
    }

    @Test
    void readBeforeDeliveredDoesNoHarm() {
        assertThat(READ.furthest(DELIVERED)).isEqualTo(READ);
        assertThat(DELIVERED.furthest(READ)).isEqualTo(READ);
    }

    @Test
    void whatArrivedAfterAllHasArrived() {
        assertThat(FAILED.furthest(DELIVERED)).isEqualTo(DELIVERED);
        assertThat(DELIVERED.furthest(FAILED)).isEqualTo(DELIVERED);
        assertThat(EXPIRED.furthest(DELIVERED)).isEqualTo(DELIVERED);
    }

    @Test
    void aFailureIsFurtherThanBeingSent() {
        assertThat(SENT.furthest(FAILED)).isEqualTo(FAILED);
        assertThat(EXPIRED.furthest(SENT)).isEqualTo(EXPIRED);
        assertThat(SENT.furthest(UNKNOWN)).isEqualTo(SENT);
    }

    @Test
    void everyPairHasOneFurthestStateInBothOrders() {
        for (DeliveryState a : ALL) {
            assertThat(a.furthest(a)).isEqualTo(a);
            assertThat(a.furthest(UNKNOWN)).isEqualTo(a);
            for (DeliveryState b : ALL) {
                assertThat(a.furthest(b)).isIn(a, b).isEqualTo(b.furthest(a));
            }
        }
    }

    @Test
    void howReceiptsAreGroupedMakesNoDifference() {
        for (DeliveryState a : ALL) {
            for (DeliveryState b : ALL) {
                for (DeliveryState c : ALL) {
                    assertThat(a.furthest(b).furthest(c)).isEqualTo(a.furthest(b.furthest(c)));
                }
            }
        }
    }

    /** All 720 orders of the six states, each of which comes twice and never goes back. */
    @ParameterizedTest
    @EnumSource
    void everyOrderEndsWithTheSameState(DeliveryState first) {
        assertThat(orders(List.of(first), ALL.stream().filter(s -> s != first).toList()))
                .isEqualTo(120);
    }

    private static int orders(List<DeliveryState> come, List<DeliveryState> left) {
        if (left.isEmpty()) {
            DeliveryState state = come.get(0);
            for (DeliveryState next : come) {
                DeliveryState before = state;
                state = state.furthest(next).furthest(next);
                assertThat(state).isGreaterThanOrEqualTo(before);
            }
            assertThat(state).isEqualTo(READ);
            return 1;
        }
        int count = 0;
        for (DeliveryState next : left) {
            List<DeliveryState> longer = new ArrayList<>(come);
            longer.add(next);
            count += orders(longer, left.stream().filter(s -> s != next).toList());
        }
        return count;
    }

    @Test
    void nullIsNoState() {
        assertThatNullPointerException().isThrownBy(() -> SENT.furthest(null)).withMessage("other");
    }
}
