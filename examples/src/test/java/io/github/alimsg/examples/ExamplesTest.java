package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples run, and say what they should. */
class ExamplesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

    private String run(int expectedStatus, String... arguments) {
        assertThat(DayOfAnIsv.run(out, clock, List.of(arguments))).isEqualTo(expectedStatus);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theMainJobRunsToItsEnd() {
        assertThat(run(0))
                .contains("] 100 %  ", "stored as C200293990209/isvTerms.pdf")
                .contains("answered after 2 attempts", "2026-11-14 00:00", "all", "reported rate: ")
                .endsWith("Done." + System.lineSeparator());
    }

    @Test
    void thePdfSaysWhereItsObjectsBegin() {
        String pdf = new String(TermsPdf.of(List.of("1. (Terms)")), StandardCharsets.US_ASCII);
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        List<String> lines = pdf.substring(table).lines().toList();

        assertThat(lines).startsWith("xref", "0 6", "0000000000 65535 f ");
        for (int number = 1; number <= 5; number++) {
            int start = Integer.parseInt(lines.get(number + 2).substring(0, 10));
            assertThat(pdf.substring(start)).startsWith(number + " 0 obj\n");
        }
        assertThat(pdf).contains("(1. \\(Terms\\)) Tj");
    }

    @Test
    void theMainJobShowsHalfHoursToo() {
        assertThat(run(0, "--half-hourly")).contains("00:30", "… and 322 more");
    }

    @Test
    void anUnknownOptionIsOneLine() {
        assertThat(run(64, "--life"))
                .startsWith("cannot use '--life'; options: ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FirstCall",
                "HandlingErrors",
                "Throttling",
                "UnknownDelivery",
                "AsyncCalls",
                "OtherProduct",
                "OrderMessages",
                "Conversation",
                "FailedMessages",
                "ReceiptServer",
                "GuardedSends",
                "SendOnce",
                "MetricsAndTraces"
            })
    void theSmallOnesRun(String name) throws Exception {
        Class.forName("io.github.alimsg.examples." + name)
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
    }

    @Test
    void failedMessagesSayWhatToDo() throws Exception {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            FailedMessages.main();
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly(
                        "order-0 READ",
                        "order-1 FAILED send a template instead",
                        "order-2 FAILED send a text message, unless a fallback does",
                        "order-3 FAILED look up code 131000");
    }

    @Test
    void receiptsComeByQueue() throws Exception {
        assertThat(printed(QueueReceipts::main))
                .containsExactly("9 receipts handled and deleted", "order-0 READ", "order-1 READ", "order-2 READ");
    }

    @Test
    void aTextMessageFollowsOnlyAChatMessageThatCertainlyFailed() throws Exception {
        assertThat(printed(ChatThenText::main))
                .containsExactly(
                        "arrives: accepted: a receipt says what follows",
                        "not-on-whatsapp: accepted: a receipt says what follows",
                        "refused: text message: ACCEPTED",
                        "reply-lost: perhaps sent: no text message, unless a receipt says that it failed",
                        "text messages: 2");
    }

    @Test
    void receiptsInTablesAreCountedOnceAndEndWithTheFurthestState() throws Exception {
        assertThat(printed(ReceiptTables::main)).containsExactly("200", "200", "200", "READ", "2");
    }

    @Test
    void theFirstMessageToOnesOwnPhoneSaysWhatBecameOfIt() throws Exception {
        assertThat(printed(OwnPhone::main))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("accepted as ").contains(", request id "),
                        second -> assertThat(second).isEqualTo("status 1"));
    }

    @Test
    void aLostReplyDoesNotSendASecondCode() throws Exception {
        assertThat(printed(SignInCodes::main))
                .containsExactly("We have sent you a code.", "Your code should arrive in a moment.", "reports: 1");
    }

    @Test
    void rulesKeepTheNightAndTheList() throws Exception {
        assertThat(printed(SendingRules::main))
                .containsExactly("noon: sent", "night: quiet hours", "after STOP: opted out");
    }

    /** A program's main method. */
    private interface Program {
        void main(String... arguments) throws Exception;
    }

    private List<String> printed(Program program) throws Exception {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            program.main();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aMessageIsSentOnceForItsKey() {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            SendOnce.main();
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "perhaps sent: it is looked up, and not sent again",
                        "perhaps sent: it is looked up, and not sent again",
                        "Reconciliation{lookedUp=1, settled=1, undecided=0, failures=0}",
                        "accepted earlier, not sent again",
                        "the service received 1");
    }

    @Test
    void theReceiptServerEndsWithTheFurthestStateWhateverTheOrder() throws Exception {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            ReceiptServer.main();
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("order-4711 is READ; [a message of type TEXT from A customer]")
                .contains("reported: GlobeReport{MessageId=")
                .doesNotContain("6281234567890");
    }
}
