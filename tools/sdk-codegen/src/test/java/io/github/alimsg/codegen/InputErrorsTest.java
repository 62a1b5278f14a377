package io.github.alimsg.codegen;

import static io.github.alimsg.codegen.PostFiles.customization;
import static io.github.alimsg.codegen.PostFiles.docs;
import static io.github.alimsg.codegen.PostFiles.metadata;
import static io.github.alimsg.codegen.PostFiles.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in the files is reported where it is, with what to do about it. */
class InputErrorsTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                // metadata
                of(metadata("\"RPC\"", "\"ROA\""), "metadata.json: the API's style is ROA; only RPC-style"),
                of(metadata("{\n \"version\"", "{{\n \"version\""), "metadata.json:1: not JSON: "),
                of(metadata("\"product\": \"Post\", ", ""), "metadata.json: 'info' has no 'product'; add it"),
                of(
                        metadata("\"To\", \"in\": \"query\"", "\"To\", \"in\": \"header\""),
                        "metadata.json: SendLetter.request.To is sent in 'header'; only query and formData"),
                of(
                        metadata("\"style\": \"flat\"", "\"style\": \"pipes\""),
                        "SendLetter.request.Senders has style 'pipes'; known are json, repeatList, simple and flat"),
                of(
                        metadata("\"name\": \"RawJson\"", "\"name\": \"Weight\""),
                        "SendLetter has two parameters Weight that differ; omit the operation: omit: [SendLetter]"),
                of(
                        metadata("\"Url\": {\"type\": \"string\"}", "\"Url\": {\"type\": \"binary\"}"),
                        "SendLetter.request.Sheets.Buttons.Url is of type 'binary', which cannot be generated"),
                of(
                        metadata(
                                "\"Url\": {\"type\": \"string\"}",
                                "\"Url\": {\"type\": \"string\", \"format\": \"binary\"}"),
                        "SendLetter.request.Sheets.Buttons.Url holds binary data"),
                of(
                        metadata("\"items\": {\"type\": \"string\"}}\n  }", "\"items\": {\"$ref\": \"Texts\"}}\n  }"),
                        "SendLetter.request.Senders refers to the schema 'Texts', which only refers to itself"),
                of(
                        metadata("\"Foo-Bar\"", "\"kind\""),
                        "SendLetter.request.Kind and SendLetter.request.kind both become 'kind' in Java; give one another"
                                + " name: fieldNames: {SendLetter.request.kind: otherName}"),
                of(
                        metadata("\"RawJson\"", "\"VarsJson\""),
                        "SendLetter.request.Vars and SendLetter.request.VarsJson both become 'varsJson' in Java"),
                of(metadata("\"Note\"", "\"-\""), "SendLetter.request.- has no letter that is allowed in a Java name"),
                of(
                        metadata("\"ListRooms\"", "\"Async\""),
                        "the operation Async cannot be the client's method 'async'; name"
                                + " it: fieldNames: {Async: otherName}"),
                of(metadata("\"ListDrawers\"", "\"AllLetters\""), "both become the client's method 'allLetters'"),
                of(
                        metadata("\"ListDrawers\"", "\"LISTRooms\""),
                        "operation ListRooms and operation LISTRooms would have the same class"),
                of(
                        metadata("\"Buttons\": {\"type\": \"array\"", "\"Size2\": {\"type\": \"array\""),
                        "no documentation for "),
                of(
                        metadata("\"GetLetter\": {", "\"GetLetter2\": {"),
                        "customization.yaml:9: no operation is called 'GetLetter'; remove it, or fix its name"),
                // customization
                of(
                        customization("product:", "prodct:"),
                        "customization.yaml:1: unknown key 'prodct'; remove it, or use one"),
                of(
                        customization("product:", "prodct:"),
                        "customization.yaml: 'product' is missing; add it with client"),
                of(
                        customization("client: PostClient, ", ""),
                        "customization.yaml:1: 'product' has no 'client'; add it"),
                of(
                        customization("  stamps:", "  sendLetter:"),
                        "the helper and SendLetter both become the client's method 'sendLetter'; give the"
                                + " helper another name"),
                of(
                        customization("  stamps:", "  async:"),
                        "the client cannot have a method 'async'; give it another name"),
                of(
                        customization("type: Stamps", "type: java.lang.String"),
                        "'java.lang.String' cannot be the name of a helper's class; write the simple name of a class"),
                of(customization("type: Stamps, ", ""), "the helper 'stamps' is incomplete; give it type and text"),
                of(customization("PostClient", "List"), "'List' cannot be the name of a client"),
                of(customization("golden.post", "golden.class"), "cannot be the name of a package"),
                of(customization("success: {", "success: [{"), "customization.yaml:7: not YAML: "),
                of(
                        customization("unsupported: refuse", "successByStatus: [MoveRoom]"),
                        "MoveRoom is listed in successByStatus but its reply has no 'Code'; remove it there"),
                of(
                        customization("unsupported: refuse", "unsupported: ignore"),
                        "customization.yaml:7: 'ignore' is nothing that can be done with what cannot be generated; use"
                                + " one of refuse, omit"),
                of(
                        customization("unsupported: refuse", "omit: [SendNothing]"),
                        "customization.yaml:7: no operation is called 'SendNothing'; remove it, or fix its name"),
                of(
                        customization("  SEND:", "  SENT:"),
                        "customization.yaml:10: 'SENT' is not an effect; use one of READ"),
                of(
                        customization("SEND: [SendLetter]", "SEND: [SendLetter, GetLetter]"),
                        "customization.yaml:10: GetLetter is listed twice in effects; keep one"),
                of(
                        customization("SEND: [SendLetter]", "SEND: []"),
                        "customization.yaml:8: SendLetter is missing in effects; add it"),
                of(
                        customization("  1: [Close", "  0: [Close"),
                        "customization.yaml:14: '0' is not a count; write a whole"),
                of(
                        customization("SendLetter, GetLetter, ListLetters]", "SendLetter, ListLetters]"),
                        "GetLetter is missing in areas"),
                of(customization("id: letters, ", ""), "customization.yaml:17: the area is incomplete; give it id"),
                of(customization("{prefix: \"post:\", ", "{"), "'permissions' has no 'prefix'; add it"),
                of(
                        customization("codes: [Post.Closed, Post.Full], ", ""),
                        "the entry is incomplete; give it codes and"),
                of(
                        customization("  QUOTA: [", "  QUOTE: ["),
                        "'QUOTE' is not an error category; use one of VALIDATION"),
                of(
                        customization("QUOTA: [Post.Full]", "QUOTA: [Post.BadAddress]"),
                        "Post.BadAddress is listed twice in errorCodes"),
                of(
                        customization("  BALANCE: [", "  BALLAST: ["),
                        "'BALLAST' is not an error category; use one of VALIDATION"),
                of(customization("\"Fault.*\"", "\"Fault(.*\""), "'Fault(.*' is not a usable pattern; Unclosed group"),
                of(
                        customization("\"Fault.*\"", "\"Fault(.*)\""),
                        "'Fault(.*)' is not a usable pattern; write (?:…) for groups; only {n}"),
                of(
                        customization("\"Fault.*\"", "\"(?:Fault)?\""),
                        "'(?:Fault)?' is not a usable pattern; write one that needs a character"),
                of(customization("  PT1H:", "  1H:"), "'1H' is not a window of time; write it like PT1H or P1D"),
                of(customization("  PT1H:", "  PT0H:"), "'PT0H' is not a window of time; write it like PT1H or P1D"),
                of(customization("  PT1H:", "  PT24H:"), "PT24H is listed twice in quotaWindows; keep one of them"),
                of(customization("{n} ?|/", "({n}) ?|/"), "is not a usable pattern; write (?:…) for groups"),
                of(
                        customization("  SendLetter: {to", "  SendLettre: {to"),
                        "no operation is called 'SendLettre'; remove it, or fix its name"),
                of(
                        customization("  SendLetter: {to", "  SendLettre: {to"),
                        "SendLetter is missing in messages; add it with 'to: Parameter', or 'to: none'"),
                of(
                        customization("  SendLetter: {to", "  GetLetter: {to: none}\n  SendLetter: {to"),
                        "GetLetter sends nothing; remove it from messages"),
                of(
                        customization("{to: To, form: commas, ", "{"),
                        "'to' of SendLetter is missing in messages; name the parameter, or write 'to: none'"),
                of(
                        customization("{to: To, ", "{to: Too, "),
                        "'Too' in messages is not a single value in the request of SendLetter; fix 'to'"),
                of(
                        customization("text: Sheets.Text", "text: Sheets.Size.Width"),
                        "'Sheets.Size.Width' in messages is not a single value in the request of SendLetter; fix 'text'"),
                of(
                        customization("ownId: IsvCode", "ownId: Sheets"),
                        "'Sheets' in messages is not a single value in the request of SendLetter; fix 'ownId'"),
                of(
                        customization("id: [LetterId, ", "id: [Letter, "),
                        "'Letter' in messages is not a text in the response of SendLetter, nor a list of texts; fix 'id'"),
                of(
                        customization("id: [LetterId, ", "id: [Parcel, "),
                        "'Parcel' in messages is not a text in the response of SendLetter, nor a list of texts; fix 'id'"),
                of(
                        customization("form: commas", "form: blanks"),
                        "'blanks' is not a form of recipients; use one of one, commas, json"),
                of(
                        customization("{to: To, ", "{to: none, "),
                        "'form' of SendLetter has no single parameter to apply to; remove it"),
                of(customization("  49: '", "  049: '"), "'049' is not a calling code; write it like 86"),
                of(customization("PageRequest", "List"), "'List' cannot be the name of a class in SendLetterRequest"),
                of(
                        customization("\"*.request.Page\"", "\"*.request.Pages\""),
                        "'*.request.Pages' in names matches nothing"),
                of(
                        customization("items: DrawerDTOs.DrawerDTO", "items: DrawerDTOs.Drawer"),
                        "the pager of ListDrawers: items 'DrawerDTOs.Drawer' does not exist; fix the path"),
                of(
                        customization("GetLetter.response.Bill", "GetLetter.response.Bills"),
                        "'GetLetter.response.Bills' in unwrap matches nothing; remove it, or fix the selector"),
                of(
                        customization("GetLetter.response.Bill", "GetLetter.response.Folder"),
                        "'GetLetter.response.Folder' in unwrap matches only what is not an object of a response with a"
                                + " single member"),
                of(
                        metadata(
                                "\"Paid\": {\"type\": \"boolean\"}",
                                "\"Paid\": {\"type\": \"boolean\"}, \"Url\": {\"type\": \"string\"}"),
                        "'GetLetter.response.Bill' in unwrap matches only what is not an object of a response with a"
                                + " single member"),
                of(
                        customization("\"*.request.Page\"", "\"Page\""),
                        "'Page' in names is not a selector; write Operation.request"),
                of(customization("otherBar", "wait"), "'wait' cannot be the name of a field; choose"),
                of(customization("  LetterKind:", "  Object:"), "'Object' cannot be the name of a value type"),
                of(
                        customization("\"1\": {name: FIRST_CLASS, text: \"First class.\"}", "\"1\": \"First class.\""),
                        "the value '1' of LetterKind cannot be the name of a constant; name it: {name: SOME_NAME, text"),
                of(
                        customization("FIRST_CLASS", "PLAIN"),
                        "the values 'PLAIN' and '1' of LetterKind both become PLAIN; name one"),
                of(customization("\"First class.\"", "\"\""), "the value '1' is not documented; say what it means"),
                of(
                        customization("    doc: \"Kind of a letter, for [SendLetter].\"\n", ""),
                        "value type LetterKind is incomplete; give it doc, values and fields"),
                of(customization("for [SendLetter]", "for [SendLettre]"), "[SendLettre] links to no operation"),
                of(
                        customization("\"*.*.**.Kinds\"]", "\"*.*.**.Kinds\", SendLetter.request.Express]"),
                        "'SendLetter.request.Express' in values matches only what is not text or a whole number"),
                of(
                        customization(": rate", ": ratio"),
                        "'ratio' is not a type; use one of instant, instant-seconds, instant-text, date, "),
                of(
                        customization(", phoneForm: PostNumbers", ""),
                        "customization.yaml:1: 'product' has no 'phoneForm'; name"),
                of(
                        customization("phoneForm: PostNumbers", "phoneForm: String"),
                        "'String' cannot be the name of a class"),
                of(
                        customization(
                                "  \"SendLetter.request.Phones\": own-list\n  \"SendLetter.request.Fax\": own\n", ""),
                        "customization.yaml:1: no field has phone numbers in the product's own form; remove 'phoneForm'"),
                of(
                        customization(": own-list", ": list"),
                        "'list' is not a form of phone numbers; use one of digits, digits-or-id, own"),
                of(
                        customization("SendLetter.request.Fax", "SendLetter.request.Telex"),
                        "'SendLetter.request.Telex' in phoneNumbers matches nothing"),
                of(
                        customization("SendLetter.request.Fax", "SendLetter.request.Weight"),
                        "'SendLetter.request.Weight' in phoneNumbers matches only what is not text of a request"),
                of(
                        customization("SendLetter.request.Fax", "GetLetter.response.To"),
                        "'GetLetter.response.To' in phoneNumbers matches only what is not text of a request"),
                of(
                        customization("Senders\": digits-or-id", "Senders\": own-list"),
                        "SendLetter.request.Senders is a list already, so its numbers are not separated by commas;"
                                + " use own"),
                of(
                        customization("SendLetter.request.Times: instant", "SendLetter.request.Senders: json-map-text"),
                        "SendLetter.request.Senders is not a single text, so it cannot be JSON as text"),
                of(
                        customization("SendLetter.request.DueAt: instant", "SendLetter.request.Kind: long"),
                        "SendLetter.request.Kind has a type and is a value of LetterKind"),
                of(
                        customization(
                                "\"*.*.Price\": decimal",
                                "\"*.request.Price\": decimal\n  \"SendLetter.*.Price\": double"),
                        "customization.yaml:53: types: 'SendLetter.*.Price' and '*.request.Price' in line 52 both match"
                                + " SendLetter.request.Price and differ; write 'SendLetter.request.Price' itself"),
                of(customization("  MoveRoom: \"Use", "  MoveRooms: \"Use"), "no operation is called 'MoveRooms'"),
                of(
                        customization("deprecated:", "sensitive: []\ndeprecated:"),
                        "'sensitive' is here and in line 72; keep one of them"),
                of(customization("- \"*.*.**.Text\"", "- \"*.*.**.Txt\""), "'*.*.**.Txt' in sensitive matches nothing"),
                of(
                        customization("style: single", "style: double"),
                        "pager style 'double' is unknown; use number, token or"),
                of(
                        customization("name: everyRoom", "name: async"),
                        "the pager of ListRooms cannot be the client's method 'async'; name it: pagers: {ListRooms: {name:"),
                of(
                        customization("name: everyRoom", "name: allLetters"),
                        "both become the client's method 'allLetters'; name it: pagers: {ListRooms: {name: otherName"),
                of(
                        customization("client: PostPlaces", "client: postClient"),
                        "customization.yaml:18: 'postClient' cannot be the name of an area's client; name it: client:"),
                of(
                        customization("client: PostPlaces", "client: PostErrorcode"),
                        "the client of the area rooms and the class PostErrorCode are both called 'PostErrorcode'"),
                of(
                        customization("client: PostPlaces", "client: Stamps"),
                        "the client of the area rooms and the helper Stamps are both called 'Stamps'"),
                of(
                        customization("id: letters, title", "id: letters, client: PostPlaces, title"),
                        "the client of the area rooms and the area letters are both called 'PostPlaces'"),
                of(
                        customization(
                                "operations: [SendLetter, GetLetter, ListLetters]}\n  - {id: rooms, client: PostPlaces,"
                                        + " title: \"Rooms & parcels\", operations: [",
                                "client: PostLetters, operations: [SendLetter, GetLetter, ListLetters, "),
                        "customization.yaml:17: an only area has no client of its own; remove 'client', or add an area"),
                of(customization("operations: [SendLetter]}\nc", "operations: [SendSms]}\nc"), "is called 'SendSms'"),
                of(
                        docs("    example: |\n", "    example: |\n      }{\n"),
                        "docs.yaml:99: the example cannot be shown as code; pair its braces"),
                of(
                        customization("\"*.*.**.PostedOn\": basic-date", "SendLetter.request.Distance: basic-date"),
                        "SendLetter.request.Distance is not text; give it another type, or none"),
                of(
                        customization("\"*.*.EnclosureJson\"", "\"*.*.**.Files\""),
                        "SendLetter.request.Files is not a single text, so it cannot be JSON as text"),
                of(
                        customization("\"-1\": {name: LATE,", "late: {name: LATE,"),
                        "is a number, and the value 'late' of Priority is none; remove the value, or give the field"),
                of(customization("token: NextToken, ", ""), "the pager of ListDrawers has no 'token'; add it"),
                of(
                        customization("items: DrawerDTOs.DrawerDTO", "items: Cupboards"),
                        "the pager of ListDrawers: items 'Cupboards' does not exist; fix the path"),
                of(customization("items: DrawerDTOs.DrawerDTO", "items: NextToken"), "items 'NextToken' is not a list"),
                of(
                        customization("total: Data.Total", "total: Data.List"),
                        "total 'Data.List' is not an integer: give it the"),
                of(
                        customization("total: Data.Total", "total: Data.List.Id"),
                        "total 'Data.List.Id' does not exist; fix the path"),
                of(
                        customization("strict:\n  SendLetter", "strict:\n  SendLettre"),
                        "no operation is called 'SendLettre'; remove it, or fix its name"),
                of(
                        customization("strict:\n  SendLetter: [LetterId", "strict:\n  SendLetter: [LettreId"),
                        "customization.yaml:100: 'LettreId' in strict is not a field of the response of SendLetter; remove"
                                + " it, or fix the path: wire names, dotted"),
                of(
                        customization("compounds:\n  SendLetter", "compounds:\n  SendLettre"),
                        "no operation is called 'SendLettre'; remove it, or fix its name"),
                of(
                        customization("takes: [To, Vars], ", ""),
                        "customization.yaml:92: compound postcard is incomplete; give it doc, and either type and reads,"),
                of(
                        customization("reads: {Note: json}, ", ""),
                        "customization.yaml:91: compound note is incomplete; give it doc, and either type and reads,"),
                of(
                        customization("takes: [To, Vars]", "takes: [To, Var]"),
                        "customization.yaml:92: compound postcard of SendLetter: 'Var' in takes is not a field of the"
                                + " request; remove it, or fix the wire name"),
                of(
                        customization("excludes: [Distance]", "excludes: [Distanz]"),
                        "'Distanz' in excludes is not a field of the request"),
                of(customization("sets: {Kind: PLAIN}", "sets: {Kin: PLAIN}"), "'Kin' in sets is not a field of the"),
                of(customization("sets: {Kind: PLAIN}", "sets: {Weight: 5}"), "'Weight' in sets is not text; take"),
                of(
                        customization("sets: {Kind: PLAIN}", "sets: {Kind: PLAN}"),
                        "'PLAN' is not a value of LetterKind; use"),
                of(customization("{Note: json}", "{Not: json}"), "'Not' in reads is not a field of the request"),
                of(customization("{Note: json}", "{Note: json()}"), "'json()' in reads is not a method; write"),
                of(
                        customization("io.github.alimsg.codegen.Picture", "Picture"),
                        "type 'Picture' is not a class; write its name with its package"),
                of(
                        customization("    postcard: {", "    kind: {"),
                        "a builder cannot have a method of this name; choose another name"),
                of(
                        customization("    postcard: {", "    build: {"),
                        "a builder cannot have a method of this name; choose another name"),
                of(customization("See [GetLetter].", "See [GetLettre]."), "[GetLettre] links to no operation"),
                of(customization("READ: [", "READ: [["), "customization.yaml:"),
                of(customization("unsupported: refuse", "successByStatus: MoveRoom"), "a list is expected here"),
                of(customization("success: {code: Code, message: Message}", "success: Code"), "a map is expected here"),
                of(
                        customization("title: \"Post office\"", "title: [a]"),
                        "customization.yaml:1: text is expected here"),
                // words
                of(
                        docs("fields:", "words: guess\nfields:"),
                        "docs.yaml:1: 'guess' is not a source of words; use required, metadata or name"),
                of(
                        docs("  City: \"City of the office.\"\n", ""),
                        "docs.yaml: no documentation for 1:\n    GetLetter.response.Offices.City"),
                of(docs("    text: \"Sends a letter", "    txt: \"Sends a letter"), "unknown key 'txt'"),
                of(docs("    text: \"Sends a letter", "    txt: \"Sends a letter"), "operation SendLetter"),
                of(
                        docs("  City:", "  Town: \"Town.\"\n  City:"),
                        "docs.yaml:7: 'Town' in fields matches no field; remove it"),
                of(
                        docs("      Sheets.Size:", "      Sheets.Sizes:"),
                        "'Sheets.Sizes' in the request of SendLetter matches no"),
                of(
                        docs("as [GetLetter] gives", "as [TakeLetter] gives"),
                        "[TakeLetter] links to no operation; fix the name"),
                of(
                        docs("  MoveRoom: {", "  MovRoom: {"),
                        "no operation is called 'MovRoom'; remove it, or fix its name"));
    }

    private static Arguments of(ApiFiles files, String message) {
        return Arguments.of(message, files);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsFix(String message, ApiFiles files) {
        assertThat(String.join("\n", problems(files))).contains(message);
    }

    @Test
    void anApiOfAnotherStyleIsOneSentence() {
        ApiFiles files = metadata("\"RPC\"", "\"ROA\"");

        assertThatThrownBy(() -> Generator.generate(files))
                .hasMessage("metadata.json: the API's style is ROA; only RPC-style products can be generated");
    }

    @Test
    void differentShapesOfOneNameAreReported() {
        String column = "\"Size\": {\"type\": \"object\", \"properties\": {\n        \"Width\"";
        ApiFiles files = metadata(
                "\"Buttons\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {",
                "\"Buttons\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {"
                        + "\"Size\": {\"type\": \"object\", \"properties\": {\"Text\": {\"type\": \"string\"}}},");
        assertThat(files.metadata()).contains(column);
        assertThat(problems(files))
                .contains("metadata.json: SendLetter.request.Sheets.Size and SendLetter.request.Sheets.Buttons.Size are"
                        + " both called Size but differ; name one: names: {SendLetter.request.Sheets.Buttons.Size:"
                        + " OtherName}, or list Size in shared");
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        ApiFiles files = customization("PostClient", "List");
        ApiFiles both = PostFiles.with(
                files.metadata(), files.customization().replace("style: single", "style: double"), "fields: {}\n");

        List<String> problems = problems(both);

        assertThat(problems).hasSizeGreaterThan(2);
        assertThat(String.join("\n", problems)).contains("'List'", "'double'", "operation MoveRoom");
    }

    @ParameterizedTest
    @CsvSource({"date, true", "boolean, true", "basic-date, false", "yes-no, false"})
    void listsAreJoinedOnlyIfTheirItemsAreWrittenAsTheyAre(String type, boolean joined) {
        ApiFiles files = metadata(
                "\"Times\", \"in\": \"query\", \"style\": \"json\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"",
                "\"Times\", \"in\": \"query\", \"style\": \"simple\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"");
        String typed = files.customization().replace("Times: instant", "Times: " + type);

        List<String> problems = problems(PostFiles.with(files.metadata(), typed, files.docs()));

        if (joined) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .singleElement()
                    .asString()
                    .contains("SendLetter.request.Times has style 'simple' and holds more than single values");
        }
    }

    @Test
    void theFilesThemselvesAreFine() {
        assertThat(problems(PostFiles.all())).isEmpty();
    }
}
