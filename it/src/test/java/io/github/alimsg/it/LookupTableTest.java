package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of docs/unknown-delivery.md about a sent message: found by what the row says, or honestly not at all. */
class LookupTableTest {
    private static final String NUMBER = "8613900001234";
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z"); // 18:00 in Beijing

    private static final String TEXTS = "QuerySendDetails";
    private static final String CARDS = "GetCardSmsDetails";
    private static final String CHATS = "ListChatappMessage";

    /** The records of each list: of the message that is looked for, and of another to the same number. */
    private static final Map<String, String> LISTS = Map.of(TEXTS, """
            {"Code":"OK","TotalCount":"2","SmsSendDetailDTOs":{"SmsSendDetailDTO":[
              {"OutId":"order-2","SendDate":"2026-11-21 18:00:00","TemplateCode":"another"},
              {"OutId":"order-1","SendDate":"2026-11-21 18:00:01","TemplateCode":"shipped"}]}}""", CARDS, """
            {"Code":"OK","Success":true,"CardSendDetailDTO":{"TotalCount":2,"Records":[
              {"OutId":"order-2","SendDate":"2026-11-21 18:00:00","TemplateCode":"another"},
              {"OutId":"order-1","SendDate":"2026-11-21 18:00:01","TemplateCode":"shipped"}]}}""", CHATS, """
            {"Code":"OK","Data":[
              {"EventAction":"DOWN","SendTime":"2026-11-21T10:00:00.5+00:00","TemplateCode":"another"},
              {"EventAction":"DOWN","SendTime":"2026-11-21T10:00:01.5+00:00","TemplateCode":"shipped"}]}""");

    /**
     * A row.
     *
     * @param operation the operation that sent
     * @param list what lists its messages; null when nothing does
     * @param byOwnId whether the list has the application's own id
     */
    private record Row(String operation, @Nullable String list, boolean byOwnId) {}

    private static final List<Row> TABLE = List.of(
            new Row("SendSms", TEXTS, true),
            new Row("SendBatchSms", TEXTS, true),
            new Row("SendCardSms", CARDS, true),
            new Row("SendBatchCardSms", CARDS, true),
            new Row("SendLogisticsSms", TEXTS, true),
            new Row("SendRCS", TEXTS, true),
            new Row("SendRCSReply", TEXTS, true),
            new Row("SendMessageToGlobe", null, false),
            new Row("BatchSendMessageToGlobe", null, false),
            new Row("SendMessageWithTemplate", null, false),
            new Row("SendChatappMessage", CHATS, false),
            new Row("SendChatappMassMessage", CHATS, false),
            new Row("TriggerChatFlow", null, false),
            new Row("WhatsappCall", null, false));

    static List<Row> table() {
        return TABLE;
    }

    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(new ManualTime(BEGAN)).start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final DysmsMainlandClient mainland =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final DysmsInternationalClient international =
            cloud.configure(DysmsInternationalClient.builder()).build();

    @AfterEach
    void close() {
        cams.close();
        mainland.close();
        international.close();
        cloud.close();
    }

    private List<SendLookup> lookups() {
        return List.of(cams.lookup().whatsapp("cams-1", "8613800001111"), mainland.lookup(), international.lookup());
    }

    private List<FoundMessage> find(SentQuery query) {
        return lookups().stream().flatMap(lookup -> lookup.find(query).stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void itIsFoundByWhatTheRowSays(Row row) {
        LISTS.forEach((list, reply) -> cloud.when(list).thenReturn(reply).thenReturn("{\"Code\":\"OK\"}"));
        SentQuery.Builder query = SentQuery.builder(row.operation(), NUMBER, BEGAN);
        SentQuery wanted = row.byOwnId()
                ? query.ownId("order-1").build()
                : query.template("shipped").build();

        List<FoundMessage> found = find(wanted);

        assertThat(cloud.received().stream().map(ReceivedCall::operation).distinct())
                .isEqualTo(Stream.ofNullable(row.list()).toList());
        assertThat(found).hasSize(row.list() == null ? 0 : 1).allSatisfy(message -> {
            assertThat(message.sentAt()).isEqualTo(BEGAN.plusSeconds(1));
            assertThat(message.ownId()).isEqualTo(row.byOwnId() ? "order-1" : null);
        });
    }

    @ParameterizedTest
    @MethodSource("table")
    void whatIsNotListedIsNotKnownYet(Row row) {
        LISTS.keySet().forEach(list -> cloud.when(list).thenReturn("{\"Code\":\"OK\"}"));
        assertThat(find(SentQuery.builder(row.operation(), NUMBER, BEGAN)
                        .ownId("order-1")
                        .build()))
                .isEmpty();
    }

    @Test
    void theTableIsTheDocumentsAndHasEverySend() throws IOException {
        Map<String, Boolean> documented = documented();
        Map<String, Boolean> tested = new TreeMap<>();
        TABLE.forEach(row -> tested.put(row.operation(), row.list() != null));
        Map<String, Boolean> offered = new TreeMap<>();
        for (Product product :
                List.of(CamsClient.PRODUCT, DysmsMainlandClient.PRODUCT, DysmsInternationalClient.PRODUCT)) {
            for (Operation<?, ?> operation : product.operations()) {
                if (operation.effect() == Effect.SEND) {
                    String name = operation.name();
                    offered.put(
                            name,
                            lookups().stream()
                                    .anyMatch(lookup -> lookup.operations().contains(name)));
                }
            }
        }
        assertThat(tested).isEqualTo(offered);
        assertThat(documented).isEqualTo(offered);
    }

    /** The operations of the document's first table, and whether it names a look-up for them. */
    private static Map<String, Boolean> documented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "unknown-delivery.md"));
        String section = page.substring(page.indexOf("\n## Messages (SEND)"), page.indexOf("\n## Codes"));
        Map<String, Boolean> documented = new TreeMap<>();
        section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            Pattern.compile("`(\\w+)`")
                    .matcher(cells[1])
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(operation -> documented.put(operation, cells[4].contains("lookup()")));
        });
        return documented;
    }
}
