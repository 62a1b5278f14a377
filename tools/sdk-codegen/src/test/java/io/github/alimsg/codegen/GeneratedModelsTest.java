package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.codegen.golden.post.model.Folder;
import io.github.alimsg.codegen.golden.post.model.GetLetterResponse;
import io.github.alimsg.codegen.golden.post.model.LetterKind;
import io.github.alimsg.codegen.golden.post.model.ListParcelsRequest;
import io.github.alimsg.codegen.golden.post.model.Priority;
import io.github.alimsg.codegen.golden.post.model.Route;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest.Sheet;
import io.github.alimsg.codegen.golden.post.model.SendLetterResponse;
import io.github.alimsg.core.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the generated requests, responses and values promise to those who use them. */
class GeneratedModelsTest {
    private static SendLetterRequest.Builder letter() {
        return SendLetterRequest.builder()
                .to("Ayu")
                .kind("PLAIN")
                .weight(7)
                .vars(Map.of("name", "Ayu"))
                .sheets(List.of());
    }

    @Test
    void allMissingFieldsAreNamedAtOnce() {
        assertThatThrownBy(() -> SendLetterRequest.builder().kind("x").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SendLetterRequest needs to, weight, vars, sheets");
        assertThatThrownBy(() -> ListParcelsRequest.builder().page(p -> p.index(1)))
                .hasMessage("ListParcelsRequest.PageRequest needs size");
    }

    @Test
    void theIdOfAMessageIsTheFirstThatTheResponseHas() {
        assertThat(idOf(letter -> letter.letterId("l-1").parcel(parcel -> parcel.numbers("p-1"))))
                .isEqualTo("l-1");
        assertThat(idOf(letter -> letter.letterId("")
                        .parcel(parcel ->
                                parcel.stamp(stamp -> stamp.number("s-1")).numbers("p-1", "p-2"))))
                .isEqualTo("s-1");
        assertThat(idOf(letter -> letter.parcel(parcel -> parcel.numbers("p-1", "p-2"))))
                .isEqualTo("p-1");
        assertThat(idOf(letter -> letter.parcel(parcel -> parcel.stamp(stamp -> {}))))
                .isNull();
        assertThat(idOf(letter -> {})).isNull();
    }

    private static @Nullable String idOf(Consumer<SendLetterResponse.Builder> fields) {
        SendLetterResponse.Builder response = SendLetterResponse.builder();
        fields.accept(response);
        return SendLetterRequest.OPERATION.messageId(response.build());
    }

    @Test
    void emptyTextsAndListsCountAsPresent() {
        SendLetterRequest request = letter().to("").vars("").build();

        assertThat(request.to()).isEmpty();
        assertThat(request.varsJson()).isEmpty();
        assertThat(request.sheets()).isEmpty();
    }

    @Test
    void whatIsAbsentIsNullOrEmpty() {
        SendLetterRequest request = letter().build();

        assertThat(request.distance()).isNull();
        assertThat(request.stamps()).isEmpty();
        assertThat(request.copies()).isEmpty();
        assertThat(request.copiesJson()).isNull();
        assertThat(GetLetterResponse.builder().build().labels()).isEmpty();
    }

    @Test
    void nullIsNotSetWhateverTheTypeOfAnOptionalField() {
        SendLetterRequest.Builder builder = letter();

        nothing(builder);

        assertThat(builder.build()).isEqualTo(letter().build());
        assertThat(builder.build()).hasToString(letter().build().toString());
    }

    @Test
    void nullOnACopyClearsAnOptionalField() {
        SendLetterRequest.Builder copy = letter()
                .distance(1)
                .express(true)
                .openRate(0.5)
                .ratio(2)
                .price(BigDecimal.ONE)
                .dueAt(Instant.EPOCH)
                .copies("[]")
                .senders("a")
                .mobiles(List.of(Map.of("a", 1)))
                .folder(f -> f.name("f"))
                .page(p -> p.index(1))
                .kinds("PLAIN")
                .anything("x")
                .note("n")
                .phones("13900001234")
                .fax("13900001234")
                .putParam("New", "1")
                .addStamp(s -> s.value(1))
                .build()
                .toBuilder();

        nothing(copy);

        assertThat(copy.build()).isEqualTo(letter().build());
    }

    private static void nothing(SendLetterRequest.Builder builder) {
        builder.distance(null)
                .express(null)
                .openRate(null)
                .ratio(null)
                .price(null)
                .dueAt(null)
                .copies((List<String>) null)
                .copies((String) null)
                .copies((PhoneNumber[]) null)
                .stamps((List<SendLetterRequest.Stamp>) null)
                .stamps((SendLetterRequest.Stamp[]) null)
                .senders((List<String>) null)
                .senders((String[]) null)
                .senders((PhoneNumber[]) null)
                .mobiles((List<Map<String, Object>>) null)
                .folder((Folder) null)
                .folder((Consumer<Folder.Builder>) null)
                .page((SendLetterRequest.PageRequest) null)
                .page((Consumer<SendLetterRequest.PageRequest.Builder>) null)
                .kinds((List<LetterKind>) null)
                .kinds((LetterKind[]) null)
                .kinds((String[]) null)
                .anything(null)
                .note((String) null)
                .note((Picture) null)
                .phones((String) null)
                .phones((List<String>) null)
                .phones((PhoneNumber[]) null)
                .fax((String) null)
                .fax((PhoneNumber) null)
                .putParam("New", null);
    }

    @Test
    void aRequiredFieldThatIsNullIsNamedWithAllOthersThatAreMissing() {
        SendLetterRequest.Builder builder = letter().to((String) null)
                .to((PhoneNumber) null)
                .kind((String) null)
                .kind((LetterKind) null)
                .weight(null)
                .vars((Map<String, String>) null)
                .vars((String) null)
                .sheets((List<Sheet>) null);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SendLetterRequest needs to, kind, weight, vars, sheets");
        assertThatThrownBy(() -> letter().build().toBuilder().to((String) null).build())
                .hasMessage("SendLetterRequest needs to");
    }

    @Test
    void nullInAListOrAMapIsRefusedByName() {
        Map<String, String> vars = new HashMap<>();
        vars.put("name", null);
        vars.put("code", "4711");
        Map<String, String> nameless = new HashMap<>();
        nameless.put(null, "4711");

        assertThatThrownBy(() -> letter().vars(vars))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("vars must not hold null for 'name'");
        assertThatThrownBy(() -> letter().vars(nameless)).hasMessage("vars must not hold null");
        for (ThrowingCallable given : List.<ThrowingCallable>of(
                () -> letter().senders("a", null),
                () -> letter().senders(PhoneNumber.of("+62 812 3456 7890"), null),
                () -> letter().senders(Arrays.asList("a", null)))) {
            assertThatThrownBy(given).isInstanceOf(NullPointerException.class).hasMessage("senders must not hold null");
        }
        assertThatThrownBy(() -> letter().kinds("a", null)).hasMessage("kinds must not hold null");
        assertThatThrownBy(() -> letter().copies("a", null)).hasMessage("copies must not hold null");
        assertThatThrownBy(() -> letter().phones(Arrays.asList("a", null))).hasMessage("phones must not hold null");
        assertThatThrownBy(() -> letter().phones((PhoneNumber) null)).hasMessage("phones must not hold null");
        assertThatThrownBy(() -> letter().addStamp(null)).hasMessage("stamps must not hold null");
    }

    @Test
    void whatAWholeIsMadeOfIsRefusedByNameWhenItIsNull() {
        assertThatThrownBy(() -> wholeLetter().postcard(null, Map.of()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("to");
    }

    @Test
    void nullTakesBackWhatWasSetAsAWhole() {
        SendLetterRequest.Builder builder =
                wholeLetter().note(new Picture("cat")).note((Picture) null);
        SendLetterRequest picture = wholeLetter().note(new Picture("cat")).build();

        assertThatThrownBy(builder::build).hasMessage("SendLetterRequest needs kind");
        assertThat(picture.toBuilder().note((Picture) null).build())
                .isEqualTo(wholeLetter().kind("withPhoto").build());
    }

    @Test
    void anEmptyMapOfTextsSendsNothing() {
        SendLetterRequest request = letter().vars(Map.of())
                .addSheet(s -> s.text("t").vars(Map.of()).labels(Map.of()))
                .build();

        assertThat(request.vars()).isEmpty();
        assertThat(request.varsJson()).isNull();
        assertThat(request.sheets().get(0).varsJson()).isNull();
        assertThat(letter().vars("{}").build().varsJson()).isEqualTo("{}");
    }

    @Test
    void phoneNumbersAreWrittenAsTheParameterWantsThem() {
        PhoneNumber ayu = PhoneNumber.of("+62 812-3456-7890");
        PhoneNumber li = PhoneNumber.of("+86 139 0000 1234");

        assertThat(letter().to(ayu).build().to()).isEqualTo("6281234567890");
        assertThat(letter().to("+62 (812) 3456-7890").build().to()).isEqualTo("6281234567890");
        assertThat(letter().copies(ayu, li).build().copiesJson()).isEqualTo("[\"6281234567890\",\"8613900001234\"]");
        assertThat(letter().copies("+62 812 3456 7890", "Budi").build().copies())
                .containsExactly("6281234567890", "Budi");
        assertThat(letter().senders(ayu).build().senders()).containsExactly("6281234567890");
        assertThat(letter().senders("+62 812 3456 7890", "-100123456789")
                        .build()
                        .senders())
                .containsExactly("6281234567890", "-100123456789");
        assertThat(letter().fax(li).build().fax()).isEqualTo("13900001234");
        assertThat(letter().phones(li, ayu).build().phones()).isEqualTo("13900001234,6281234567890");
        assertThat(letter().phones(List.of("+86 139 0000 1234", "13900001235"))
                        .build()
                        .phones())
                .isEqualTo("13900001234,13900001235");
        assertThat(letter().phones("+86 139 0000 1234, 13900001235").build().phones())
                .isEqualTo("13900001234,13900001235");
        assertThat(letter().phones(List.of()).build().phones()).isNull();
    }

    @Test
    void whatIsGivenIsCopiedAndCannotBeChanged() {
        List<String> senders = new ArrayList<>(List.of("a"));
        List<Object> inner = new ArrayList<>(List.of("x"));
        Map<String, Object> mobile = new HashMap<>(Map.of("list", inner));
        SendLetterRequest request =
                letter().senders(senders).mobiles(List.of(mobile)).build();

        senders.add("b");
        inner.add("y");
        mobile.put("more", 1);

        assertThat(request.senders()).containsExactly("a");
        assertThat(request.mobiles()).containsExactly(Map.of("list", List.of("x")));
        assertThatThrownBy(() -> request.senders().add("c")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.mobiles().get(0).put("k", "v"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBuiltRequestDoesNotFollowItsBuilder() {
        SendLetterRequest.Builder builder = letter().addSheet(s -> s.text("one"));
        SendLetterRequest first = builder.build();
        SendLetterRequest second = builder.addSheet(s -> s.text("two")).build();

        assertThat(first.sheets()).hasSize(1);
        assertThat(second.sheets()).extracting(Sheet::text).containsExactly("one", "two");
        assertThatThrownBy(() -> second.sheets().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void plainValuesAreChecked() {
        assertThatThrownBy(() -> letter().anything(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "anything takes text, numbers, true and false, lists and maps of these, not java.lang.Object");
        assertThatThrownBy(() -> letter().anything(Map.of(1, "x")))
                .hasMessage("anything has a map whose keys are not all text");
        assertThatThrownBy(() -> letter().anything(Double.NaN)).hasMessageContaining("finite");
        assertThat(letter().anything(Arrays.asList("x", null, 1)).build().anything())
                .isEqualTo(Arrays.asList("x", null, 1));
    }

    @Test
    void aRateIsBetweenZeroAndOne() {
        assertThat(letter().openRate(0).openRate(1).build().openRate()).isEqualTo(1.0);
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> letter().openRate(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("openRate must be between 0 and 1");
        }
        assertThatThrownBy(() -> letter().ratio(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }

    @Test
    void textThatHoldsJsonCanBeGivenBothWays() {
        assertThat(letter().vars(Map.of("a\"\\\n\u0001", "é")).build().varsJson())
                .isEqualTo("{\"a\\\"\\\\\\n\\u0001\":\"é\"}");
        assertThat(letter().vars("{\"x\":1}").build().varsJson()).isEqualTo("{\"x\":1}");
        assertThat(letter().vars("{}").vars(Map.of("b", "c")).build().varsJson())
                .isEqualTo("{\"b\":\"c\"}");
        assertThat(letter().vars("{}").build().vars()).isEmpty();
        assertThat(letter().copies("a", "b").build().copiesJson()).isEqualTo("[\"a\",\"b\"]");
        assertThat(letter().copies(List.of("a")).build().copies()).containsExactly("a");
        assertThat(letter().copies("[]").build().copiesJson()).isEqualTo("[]");
    }

    @Test
    void toStringShowsWhatIsSetAndHidesWhatIsPersonal() {
        SendLetterRequest request = letter().senders("a", "b")
                .addSheet(s -> s.text("secret"))
                .price(new BigDecimal("1.50"))
                .putParam("Hidden", "value")
                .build();

        assertThat(request)
                .hasToString(
                        "SendLetterRequest{to=<3 chars>, kind=PLAIN, weight=<hidden>, price=1.50, vars=<1 entries>,"
                                + " sheets=[Sheet{text=<6 chars>}], senders=<2 items>, extraParams=[Hidden]}");
        assertThat(GetLetterResponse.builder()
                        .requestId("R-1")
                        .to("Ayu")
                        .lost(true)
                        .build())
                .hasToString("GetLetterResponse{requestId=R-1, to=<3 chars>, lost=true}");
    }

    @Test
    void equalRequestsAreEqual() {
        assertThat(letter().build()).isEqualTo(letter().build()).hasSameHashCodeAs(letter().build());
        assertThat(letter().build().toBuilder().build()).isEqualTo(letter().build());
        assertThat(letter().weight(8).build()).isNotEqualTo(letter().build());
        assertThat(letter().putParam("X", "1").build()).isNotEqualTo(letter().build());
        assertThat(letter().stamps(List.of()).build()).isNotEqualTo(letter().build());
    }

    @Test
    void aDateWithoutFourDigitsInItsYearIsRefusedByName() {
        assertThatThrownBy(() -> letter().postedOn(LocalDate.of(10_000, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("postedOn must be a date of a year from 0 to 9999, not +10000-01-01");
    }

    @Test
    void valuesInWhateverCaseAreTheSame() {
        assertThat(Route.of("AIR")).isSameAs(Route.of("air")).isSameAs(Route.AIR);
        assertThat(Route.of("byFoot")).isNotEqualTo(Route.of("BYFOOT"));
    }

    @Test
    void numberedValuesAreGivenAsNumbersToo() {
        assertThat(Priority.of(1)).isSameAs(Priority.FIRST);
        assertThat(Priority.of(99)).hasToString("99").isEqualTo(Priority.of("99"));
        assertThat(letter().priority(-1).build().priority()).isSameAs(Priority.LATE);
    }

    @Test
    void listsOfMapsInsideOfTextCanBeGivenBothWays() {
        SendLetterRequest asMaps =
                letter().enclosures(List.of(Map.of("a", "b"))).build();
        SendLetterRequest asJson = letter().enclosures("[{\"a\":\"b\"}]").build();

        assertThat(asMaps.enclosuresJson()).isEqualTo(asJson.enclosuresJson());
        assertThat(asMaps.enclosures()).containsExactly(Map.of("a", "b"));
        assertThat(asJson.enclosures()).isEmpty();
        assertThat(asMaps.toBuilder().enclosures("[]").build().enclosures()).isEmpty();
        assertThatThrownBy(() -> asMaps.enclosures().get(0).put("c", "d"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesAreOpen() {
        assertThat(LetterKind.of("withPhoto")).isSameAs(LetterKind.WITH_PHOTO);
        assertThat(LetterKind.of("1")).isSameAs(LetterKind.FIRST_CLASS);
        assertThat(LetterKind.of("new")).isEqualTo(LetterKind.of("new")).hasToString("new");
        assertThat(LetterKind.known()).containsExactly(LetterKind.PLAIN, LetterKind.WITH_PHOTO, LetterKind.FIRST_CLASS);
        assertThat(letter().kinds("PLAIN", "other").build().kinds())
                .containsExactly(LetterKind.PLAIN, LetterKind.of("other"));
    }

    @Test
    void severalFieldsAreSetAsAWhole() {
        SendLetterRequest picture = wholeLetter().note(new Picture("cat")).build();
        SendLetterRequest postcard =
                wholeLetter().postcard("Budi", Map.of("name", "Budi")).build();

        assertThat(picture.kind()).isEqualTo(LetterKind.WITH_PHOTO);
        assertThat(picture.note()).isEqualTo("{\"picture\":\"cat\"}");
        assertThat(postcard.kind()).isEqualTo(LetterKind.PLAIN);
        assertThat(postcard.to()).isEqualTo("Budi");
        assertThat(postcard.vars()).containsEntry("name", "Budi");
    }

    @Test
    void settersMayRepeatWhatIsSetTogetherButNotContradictItWhicheverCameFirst() {
        Picture cat = new Picture("cat");
        String contradiction = "SendLetterRequest: note(…) sets kind too, to another value; leave out one of the two";

        assertThat(wholeLetter().kind("withPhoto").note(cat).build().kind()).isEqualTo(LetterKind.WITH_PHOTO);
        for (SendLetterRequest.Builder builder : List.of(
                wholeLetter().note(cat).kind("PLAIN"),
                wholeLetter().kind("PLAIN").note(cat))) {
            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(contradiction);
        }
        assertThatThrownBy(() -> wholeLetter().note(cat).note("secret").build())
                .hasMessageContaining("note(…) sets note too")
                .hasMessageNotContaining("secret");
    }

    @Test
    void excludedFieldsAreRefused() {
        assertThatThrownBy(
                        () -> wholeLetter().distance(5).note(new Picture("cat")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SendLetterRequest: note(…) excludes distance; leave out one or the other");
        assertThatThrownBy(() -> wholeLetter()
                        .note(new Picture("cat"))
                        .postcard("Budi", Map.of())
                        .build())
                .hasMessageContaining("postcard(…) sets kind too");
    }

    @Test
    void inACopyWhatIsSetAsAWholeTakesTheOldOnesPlace() {
        SendLetterRequest picture = wholeLetter().note(new Picture("cat")).build();

        SendLetterRequest other = picture.toBuilder().note(new Picture("dog")).build();
        SendLetterRequest postcard =
                picture.toBuilder().postcard("Budi", Map.of()).build();

        assertThat(other).isEqualTo(wholeLetter().note(new Picture("dog")).build());
        assertThat(postcard.note()).isNull();
        assertThat(postcard.kind()).isEqualTo(LetterKind.PLAIN);
        assertThatThrownBy(() -> picture.toBuilder()
                        .note(new Picture("dog"))
                        .kind("PLAIN")
                        .build())
                .hasMessageContaining("note(…) sets kind too");
    }

    @Test
    void aBuilderCanBuildTwice() {
        SendLetterRequest.Builder builder = wholeLetter().note(new Picture("cat"));

        SendLetterRequest first = builder.build();

        assertThat(builder.build()).isEqualTo(first);
        assertThat(builder.note(new Picture("dog")).build()).isNotEqualTo(first);
    }

    private static SendLetterRequest.Builder wholeLetter() {
        return SendLetterRequest.builder()
                .to("Ayu")
                .weight(7)
                .vars(Map.of("name", "Ayu"))
                .sheets(List.of());
    }
}
