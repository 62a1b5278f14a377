package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.codegen.golden.post.PostClient;
import io.github.alimsg.codegen.golden.post.model.GetLetterResponse;
import io.github.alimsg.codegen.golden.post.model.LetterKind;
import io.github.alimsg.codegen.golden.post.model.ListLettersResponse;
import io.github.alimsg.codegen.golden.post.model.Priority;
import io.github.alimsg.codegen.golden.post.model.Route;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.http.HttpBody;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the generated client writes to the wire and reads from it, through the real engine. */
class GeneratedClientTest {
    private final Wire wire = new Wire();
    private final PostClient post = PostClient.builder()
            .transport(wire)
            .credentials(CredentialsProviders.fixed("id", "secret"))
            .build();

    /** Remembers what is sent, and answers with what it was told. */
    private static final class Wire implements HttpTransport {
        private final List<String> queries = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();
        private final Deque<String> answers = new ArrayDeque<>();

        @Override
        public HttpResponse execute(HttpRequest call) {
            queries.add(decoded(call.query()));
            bodies.add(decoded(written(call.body())));
            String answer = answers.isEmpty() ? "{\"Code\":\"OK\"}" : answers.remove();
            return new HttpResponse(200, List.of(), answer.getBytes(StandardCharsets.UTF_8));
        }

        private static String written(HttpBody body) {
            var bytes = new ByteArrayOutputStream();
            try {
                body.writeTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private static String decoded(String encoded) {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {}
    }

    @Test
    void theClientOffersItsHelpers() {
        post.stamps().lookUp(List.of("letter-1", "letter-2"));

        assertThat(wire.queries).hasSize(2);
        assertThat(wire.queries.get(1)).contains("letter-2");
    }

    @Test
    void parametersAreWrittenAsTheMetadataSays() {
        post.sendLetter(m -> m.to("Ayu")
                .kind(LetterKind.FIRST_CLASS)
                .weight(7)
                .distance(1L << 40)
                .express(true)
                .openRate(0.25)
                .ratio(1e-7)
                .price(new BigDecimal("1E+3"))
                .dueAt(Instant.ofEpochMilli(1234567))
                .expireAt(Instant.ofEpochSecond(99))
                .vars(Map.of("n", "v"))
                .copies("a", "b")
                .addSheet(s -> s.text("t")
                        .size(z -> z.width(1))
                        .addButton(b -> b.label("ok"))
                        .kinds(LetterKind.PLAIN)
                        .tags()
                        .labels(Map.of("l", "x"))
                        .counts(Map.of("d", List.of(1L, 2L)))
                        .extra(Map.of("e", true))
                        .anything(Arrays.asList(1, null))
                        .printAt(Instant.ofEpochMilli(5))
                        .dryAt(Instant.ofEpochMilli(6))
                        .grams(8)
                        .ink(0.5)
                        .vars(Map.of()))
                .addStamp(s -> s.value(1).country("ID"))
                .addStamp(s -> s.value(2))
                .senders("p", "q")
                .mobiles(List.of(Map.of("m", 1)))
                .folder(f -> f.name("top").addFolder(g -> g.name("in")))
                .times(Instant.ofEpochMilli(1))
                ._2Fast(false)
                .note("a b")
                .files(List.of()));

        assertThat(wire.queries.get(0).split("&"))
                .containsExactly(
                        "2Fast=false",
                        "Copies=[\"a\",\"b\"]",
                        "Distance=1099511627776",
                        "DueAt=1234567",
                        "ExpireAt=99",
                        "Express=true",
                        "Folder={\"Name\":\"top\",\"Folders\":[{\"Name\":\"in\"}]}",
                        "Kind=1",
                        "Mobiles=[{\"m\":1}]",
                        "OpenRate=0.25",
                        "Price=1000",
                        "Ratio=0.00000010",
                        "Senders.1=p",
                        "Senders.2=q",
                        "Sheets=[{\"Text\":\"t\",\"Size\":{\"Width\":1},\"Buttons\":[{\"Label\":\"ok\"}],\"Kinds\":[\"PLAIN\"],"
                                + "\"Tags\":[],\"Labels\":{\"l\":\"x\"},\"Counts\":{\"d\":[1,2]},\"Extra\":{\"e\":true},"
                                + "\"Anything\":[1,null],\"PrintAt\":5,\"DryAt\":\"6\",\"Grams\":\"8\",\"Ink\":0.5}]",
                        "Stamps.1.Country=ID",
                        "Stamps.1.Value=1",
                        "Stamps.2.Value=2",
                        "Times=[1]",
                        "To=Ayu",
                        "Vars={\"n\":\"v\"}",
                        "Weight=7");
        assertThat(wire.bodies.get(0)).isEqualTo("Files=[]&Note=a b");
    }

    @Test
    void typesThatPeopleChooseAreWrittenAsTheServiceWantsThem() {
        post.sendLetter(m -> m.to("Ayu")
                .kind(LetterKind.PLAIN)
                .weight(1)
                .vars(Map.of("n", "v"))
                .postedOn(LocalDate.of(2026, 1, 9))
                .sealed(LocalDate.of(2026, 1, 8))
                .arriveBy(Instant.parse("2026-01-12T09:00:00Z"))
                .urgent(true)
                .insured(false)
                .priority(Priority.FIRST)
                .route(Route.DEEP_SEA)
                .enclosures(List.of(Map.of("name", "a \"b\""), Map.of()))
                .receipts(List.of(Map.of("id", 1, "paid", true)))
                .addSheet(s -> s.text("t")
                        .postedOn(LocalDate.of(2026, 12, 31))
                        .sealed(LocalDate.of(2026, 12, 30))
                        .urgent(false)
                        .insured(true)
                        .priority(7)
                        .priorities(Priority.LATE, Priority.of("soon"))
                        .route(Route.AIR)
                        .routes(Route.of("AIR"), Route.of("byFoot"))
                        .days(LocalDate.of(2026, 2, 1))));

        assertThat(wire.queries.get(0).split("&"))
                .contains(
                        "PostedOn=20260109",
                        "Sealed=2026-01-08",
                        "ArriveBy=2026-01-12T09:00:00Z",
                        "Urgent=Y",
                        "Insured=false",
                        "Priority=1",
                        "Route=DEEPSEA",
                        "EnclosureJson=[{\"name\":\"a \\\"b\\\"\"},{}]",
                        "Sheets=[{\"Text\":\"t\",\"PostedOn\":\"20261231\",\"Sealed\":\"2026-12-30\",\"Urgent\":\"N\","
                                + "\"Insured\":\"true\",\"Priority\":7,\"Priorities\":[-1,\"soon\"],\"Route\":\"AIR\","
                                + "\"Routes\":[\"AIR\",\"byFoot\"],\"Days\":[\"2026-02-01\"]}]")
                .satisfiesOnlyOnce(parameter ->
                        assertThat(parameter).startsWith("ReceiptJson=[{").contains("\"id\":1", "\"paid\":true"));
    }

    @Test
    void typesThatPeopleChooseAreReadInWhateverFormTheyCome() {
        wire.answers.add("""
                {"Code":"OK","PostedOn":20260109,"Sealed":"2026-01-08","ArriveBy":"Mon, 12 Jan 2026 17:00:00 +0800",
                 "Urgent":"y","Insured":"TRUE","Priority":"1","Priorities":[1,"-1",99],"Route":"DeepSea",
                 "EnclosureJson":"[{\\"name\\":\\"a\\"}]","ReceiptJson":[{"id":1}]}""");

        GetLetterResponse answer = post.getLetter(m -> m.letterId("x"));

        assertThat(answer.postedOn()).isEqualTo("2026-01-09");
        assertThat(answer.sealed()).isEqualTo("2026-01-08");
        assertThat(answer.arriveBy()).isEqualTo("2026-01-12T09:00:00Z");
        assertThat(answer.urgent()).isTrue();
        assertThat(answer.insured()).isTrue();
        assertThat(answer.priority()).isSameAs(Priority.FIRST);
        assertThat(answer.priorities()).containsExactly(Priority.FIRST, Priority.LATE, Priority.of(99));
        assertThat(answer.route()).isSameAs(Route.DEEP_SEA);
        assertThat(answer.enclosures()).containsExactly(Map.of("name", "a"));
        assertThat(answer.receipts()).containsExactly(Map.of("id", 1L));
    }

    @Test
    void whatIsNoneOfATypeThatPeopleChooseIsAbsentAndStillInTheReply() {
        wire.answers.add("""
                {"Code":"OK","PostedOn":"soon","Sealed":"2026-02-30","ArriveBy":"2026-01-12 09:00:00","Urgent":"maybe",
                 "Insured":"2","Priority":"high","Priorities":[1,"high",[2]],"Route":"byFoot","EnclosureJson":"none",
                 "LetterId":"x"}""");

        GetLetterResponse answer = post.getLetter(m -> m.letterId("x"));

        assertThat(answer.postedOn()).isNull();
        assertThat(answer.sealed()).isNull();
        assertThat(answer.arriveBy()).isNull();
        assertThat(answer.urgent()).isNull();
        assertThat(answer.insured()).isNull();
        assertThat(answer.priority()).isNull();
        assertThat(answer.priorities()).containsExactly(Priority.FIRST);
        assertThat(answer.route()).isEqualTo(Route.of("byFoot"));
        assertThat(answer.enclosures()).isEmpty();
        assertThat(answer.raw("/PostedOn")).isEqualTo("soon");
        assertThat(answer.raw("/Priority")).isEqualTo("high");
    }

    @Test
    void whatIsAbsentIsNotWritten() {
        post.getLetter(m -> m.letterId(""));
        post.listDrawers();

        assertThat(wire.queries).containsExactly("LetterId=", "");
    }

    @Test
    void anAnswerIsReadWhateverItsFieldsLookLike() {
        wire.answers.add("""
                {"Code":"OK","Message":"fine","RequestId":"R-1\\n","To":"Ayu","Kind":"1","Weight":"7","Total":"12",
                 "Lost":"false","Ratio":"0.5","Price":"1.50","SentAt":"1234567","ReadAt":99,"Vars":"{\\"n\\":\\"v\\"}",
                 "Copies":"[\\"a\\"]","Data":{"k":[1,null]},"Labels":{"l":"x"},"Tags":["t"],"Ids":["1",2],
                 "Steps":[1,null],"Kinds":["PLAIN","odd"],"Things":[{"a":1},"b"],"Grid":[[{"X":1},null],[]],
                 "Offices":{"o":{"City":"C","Unknown":[{}]}},"Folder":{"Folders":[{"Name":"in"}],"ByName":{"k":{}}},
                 "Surprise":{"deep":[1]}}""");

        GetLetterResponse answer = post.getLetter(m -> m.letterId("x"));

        assertThat(answer.requestId()).isEqualTo("R-1");
        assertThat(answer.serviceMessage()).isEqualTo("fine");
        assertThat(answer.kind()).isSameAs(LetterKind.FIRST_CLASS);
        assertThat(answer.weight()).isEqualTo(7);
        assertThat(answer.total()).isEqualTo(12L);
        assertThat(answer.lost()).isFalse();
        assertThat(answer.price()).isEqualTo("1.50");
        assertThat(answer.sentAt()).isEqualTo(Instant.ofEpochMilli(1234567));
        assertThat(answer.readAt()).isEqualTo(Instant.ofEpochSecond(99));
        assertThat(answer.vars()).isEqualTo(Map.of("n", "v"));
        assertThat(answer.copies()).containsExactly("a");
        assertThat(answer.data()).isEqualTo(Map.of("k", Arrays.asList(1L, null)));
        assertThat(answer.ids()).containsExactly(1L, 2L);
        assertThat(answer.steps()).containsExactly(1);
        assertThat(answer.kinds()).containsExactly(LetterKind.PLAIN, LetterKind.of("odd"));
        assertThat(answer.things()).containsExactly(Map.of("a", 1L), "b");
        assertThat(answer.grid()).hasSize(2);
        assertThat(answer.grid().get(0)).extracting(GetLetterResponse.Grid::x).containsExactly(1);
        assertThat(answer.offices().get("o").city()).isEqualTo("C");
        assertThat(answer.folder().folders().get(0).name()).isEqualTo("in");
        assertThat(answer.folder().byName()).containsKey("k");
        assertThat(answer.raw("/Surprise/deep/0")).isEqualTo("1");
    }

    @Test
    void whatAnObjectOnTheWireHoldsAloneIsInItsPlace() {
        wire.answers.add("""
                {"Code":"OK","MarkDTOs":{"More":[1],"MarkDTO":[{"Country":"ID"},null,{"Country":"SG"}],"Page":{}},
                 "Cover":"{\\"Lid\\":{\\"Text\\":\\"secret\\",\\"Width\\":7}}","Bill":{"Paid":"true"}}""");

        GetLetterResponse letter = post.getLetter(m -> m.letterId("x"));

        assertThat(letter.marks())
                .extracting(GetLetterResponse.Postmark::country)
                .containsExactly("ID", "SG");
        assertThat(letter.lid().width()).isEqualTo(7);
        assertThat(letter.paid()).isTrue();
        assertThat(letter.toBuilder().build()).hasToString(letter.toString());
        assertThat(letter.toString()).contains("width=7").doesNotContain("secret");
        assertThat(letter.raw("/MarkDTOs/MarkDTO/0/Country")).isEqualTo("ID");
    }

    @Test
    void whatIsNotInItsObjectIsReadAllTheSame() {
        wire.answers.add("{\"Code\":\"OK\",\"MarkDTOs\":[{\"Country\":\"ID\"}],\"Bill\":false}");

        GetLetterResponse letter = post.getLetter(m -> m.letterId("x"));

        assertThat(letter.marks())
                .extracting(GetLetterResponse.Postmark::country)
                .containsExactly("ID");
        assertThat(letter.paid()).isFalse();
    }

    @Test
    void anObjectThatIsAbsentOrEmptyHoldsNothing() {
        for (String cover : List.of("{\"Code\":\"OK\"}", """
                {"Code":"OK","MarkDTOs":null,"Cover":null,"Bill":null}""", """
                {"Code":"OK","MarkDTOs":{},"Cover":{},"Bill":{}}""", """
                {"Code":"OK","MarkDTOs":{"MarkDTO":null},"Cover":{"Lid":null},"Bill":{"Paid":null}}""", """
                {"Code":"OK","MarkDTOs":7,"Cover":"none","Bill":"{broken"}""")) {
            wire.answers.add(cover);

            GetLetterResponse letter = post.getLetter(m -> m.letterId("x"));

            assertThat(letter.marks()).as(cover).isEmpty();
            assertThat(letter.lid()).as(cover).isNull();
            assertThat(letter.paid()).as(cover).isNull();
        }
    }

    @Test
    void aListThatAPagerNeedsIsStrictAlsoInItsObject() {
        for (String odd : List.of("{\"DrawerDTOs\":7", "{\"DrawerDTOs\":{\"DrawerDTO\":7}")) {
            wire.answers.add(odd + ",\"Code\":\"OK\"}");

            assertThatThrownBy(() -> post.listDrawers())
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("/DrawerDTOs");
        }
    }

    @Test
    void anOperationWithoutDescribedAnswerStillHasItsEnvelope() {
        wire.answers.add("{\"Code\":\"OK\",\"RequestId\":\"R-2\"}");

        assertThat(post.closeAccount().requestId()).isEqualTo("R-2");
    }

    @Test
    void pagesFollowEachOtherByNumber() {
        wire.answers.add("{\"Code\":\"OK\",\"Data\":{\"Total\":3,\"List\":[{\"Id\":\"a\"},{\"Id\":\"b\"}]}}");
        wire.answers.add("{\"Code\":\"OK\",\"Data\":{\"Total\":3,\"List\":[{\"Id\":\"c\"}]}}");

        assertThat(post.allLetters(r -> {}))
                .extracting(ListLettersResponse.DataList::id)
                .containsExactly("a", "b", "c");
        assertThat(wire.queries).containsExactly("PageNo=1&PageSize=50", "PageNo=2&PageSize=50");
    }

    @Test
    void pagesInAnObjectBeginWhereTheRequestSays() {
        wire.answers.add("{\"Code\":\"OK\",\"Parcels\":[{\"Id\":\"a\"}]}");
        wire.answers.add("{\"Code\":\"OK\"}");
        wire.answers.add("{\"Code\":\"OK\"}");

        assertThat(post.allParcels(r -> r.page(p -> p.index(4).size(5)))).hasSize(1);
        assertThat(post.allParcels(r -> {})).isEmpty();
        assertThat(wire.queries)
                .containsExactly(
                        "Page={\"Index\":4,\"Size\":5}",
                        "Page={\"Index\":5,\"Size\":5}",
                        "Page={\"Index\":1,\"Size\":20}");
    }

    @Test
    void pagesFollowEachOtherByToken() {
        wire.answers.add("{\"Code\":\"OK\",\"NextToken\":\"n\",\"DrawerDTOs\":{\"DrawerDTO\":[\"a\"]}}");
        wire.answers.add("{\"Code\":\"OK\",\"DrawerDTOs\":[\"b\"]}");

        assertThat(post.allDrawers(r -> {})).containsExactly("a", "b");
        assertThat(wire.queries).containsExactly("", "NextToken=n");
    }

    @Test
    void everythingAtOnceIsOnePage() {
        wire.answers.add("{\"Code\":\"OK\",\"Data\":[\"a\",\"b\"]}");

        assertThat(post.everyRoom(r -> {})).containsExactly("a", "b");
        assertThat(wire.queries).hasSize(1);
    }

    @Test
    void theProductKnowsItsOperationsAndPlaces() throws IOException {
        assertThat(PostClient.PRODUCT.operations())
                .extracting(Operation::name)
                .containsExactly(
                        "CloseAccount",
                        "GetLetter",
                        "ListDrawers",
                        "ListLetters",
                        "ListParcels",
                        "ListRooms",
                        "MoveRoom",
                        "SendLetter");
        assertThat(SendLetterRequest.OPERATION.effect()).isEqualTo(Effect.SEND);
        assertThat(SendLetterRequest.OPERATION.callsPerSecond()).isEqualTo(50);
        assertThat(PostClient.PRODUCT.host("cn-beijing")).isEqualTo("post.example.com");
        assertThat(PostClient.PRODUCT.host("eu-central-1")).isEqualTo("post.eu-central-1.example.com");
        assertThat(PostClient.PRODUCT.vpcHost("cn-hangzhou")).isEqualTo("post-vpc.cn-hangzhou.example.com");
        try (InputStream metadata = PostClient.PRODUCT.metadata()) {
            assertThat(metadata.readAllBytes())
                    .isEqualTo(PostFiles.all().metadata().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aDerivedClientAndAnotherThreadCallTheSameService() {
        post.withOptions(o -> {}).listRooms();
        post.async(PostClient::listRooms).join();

        assertThat(wire.queries).hasSize(2);
    }
}
