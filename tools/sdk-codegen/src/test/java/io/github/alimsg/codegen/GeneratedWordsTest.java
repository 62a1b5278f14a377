package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.output.GeneratedApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What javadoc says can be typed, and interfaces are as many as are of use. */
class GeneratedWordsTest {
    private static final String PACKAGE = "io/github/alimsg/codegen/golden/post/";
    private static final String TWO_AREAS =
            "ListLetters]}\n  - {id: rooms, client: PostPlaces, title: \"Rooms & parcels\"," + " operations: [";

    private static Map<String, String> sources(ApiFiles files) {
        GeneratedApi api = Generator.generate(files);
        return api.sources();
    }

    @Test
    void anApiWithOneAreaHasNoInterfaceBesidesItsClient() {
        Map<String, String> sources = sources(PostFiles.customization(TWO_AREAS, "ListLetters, "));

        assertThat(sources)
                .doesNotContainKeys(PACKAGE + "PostLetters.java", PACKAGE + "PostPlaces.java")
                .extractingByKey(PACKAGE + "PostClient.java")
                .asString()
                .contains("SendLetterResponse sendLetter(SendLetterRequest request);", "MoveRoomResponse moveRoom(");
    }

    @Test
    void aFieldIsNamedAsItIsTyped() {
        assertThat(sources(PostFiles.docs("\"Moves a room.\"", "\"Moves a room, see `RoomId`.\""))
                        .get(PACKAGE + "PostPlaces.java"))
                .contains("Moves a room, see {@code roomId}.");
    }

    @Test
    void aNameThatFieldsOfTwoNamesShareAndOneOfNoFieldStayAsTheyAre() {
        ApiFiles files = PostFiles.docs("\"Moves a room.\"", "\"Moves a room, see `Weight`, `TON` and `Weight.TON`.\"");
        ApiFiles twoNames = PostFiles.with(
                files.metadata(),
                files.customization()
                        .replace(
                                "  SendLetter.request.foobar:",
                                "  GetLetter.response.Weight: grams\n  SendLetter.request.foobar:"),
                files.docs());

        assertThat(sources(files).get(PACKAGE + "PostPlaces.java"))
                .contains("see {@code weight}, {@code TON} and {@code Weight.TON}.");
        assertThat(sources(twoNames).get(PACKAGE + "PostPlaces.java"))
                .contains("see {@code Weight}, {@code TON} and {@code Weight.TON}.");
    }

    @Test
    void anOtherNameThanOnTheWireIsSaidOnce() {
        String request = sources(PostFiles.all()).get(PACKAGE + "model/SendLetterRequest.java");

        assertThat(request).contains("A name with a dash.\n     * On the wire: {@code Foo-Bar}.");
        assertThat(request).doesNotContain("On the wire: {@code To}", "On the wire: {@code OSSKey}");
    }

    @Test
    void whatSetsAFieldAloneAndWhatSetsItWithOthersReferToEachOther() {
        assertThat(sources(PostFiles.all()).get(PACKAGE + "model/SendLetterRequest.java"))
                .contains("@see #note(io.github.alimsg.codegen.Picture)", "@see #note(String)");
    }

    @Test
    void aSendSaysWhatItThrowsHowItIsCalledAndWhatDoesMore() {
        assertThat(sources(PostFiles.all()).get(PACKAGE + "PostLetters.java"))
                .contains(
                        "<li>{@link PostClient#stamps() stamps()}: Stamps for letters, sold one by one.</li>",
                        "<pre>{@code\n     * var sent = post.sendLetter(",
                        "kind() kind()} says why,\n     *     such as {@code QUOTA}",
                        "{@link SdkException#mayHaveTakenEffect() mayHaveTakenEffect()} before calling again");
    }
}
