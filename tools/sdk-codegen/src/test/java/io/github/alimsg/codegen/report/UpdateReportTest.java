package io.github.alimsg.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report says what a changed copy of the post office's metadata changes, all of it and nothing else. After a change
 * that is meant: {@code ./mvnw -pl :sdk-codegen -am test -Dgolden.update=true}, then read the diff of {@code report.md}.
 */
class UpdateReportTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String LIST_ROOMS = """
              "ListRooms": {
               "parameters": [],
               "responses": {"200": {"schema": {"type": "object", "properties": {
                "Code": {"type": "string"}, "Message": {"type": "string"},
                "Data": {"type": "array", "items": {"type": "string"}}}}}}
              },
            """;
    private static final String LIST_BOXES = """
              "ListBoxes": {
               "parameters": [
                {"name": "PageSize", "in": "query", "schema": {"type": "integer", "format": "int32", "required": true}},
                {"name": "Colour", "in": "query", "schema": {"type": "string", "enum": ["red", "blue"]}}
               ],
               "responses": {"200": {"schema": {"type": "object", "properties": {
                "Code": {"type": "string"}, "Message": {"type": "string"},
                "Boxes": {"type": "array", "items": {"type": "object", "properties": {"Id": {"type": "string"}}}}}}}}
              },
            """;

    private final ApiFiles files = files();

    private static ApiFiles files() {
        try {
            return ApiFiles.in(RESOURCES.resolve("post"), RESOURCES.resolve("post"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String changed(String... fromTo) {
        String text = files.metadata();
        for (int i = 0; i < fromTo.length; i += 2) {
            String from = fromTo[i].strip();
            assertThat(text).containsOnlyOnce(from);
            text = text.replace(from, fromTo[i + 1].strip());
        }
        return text;
    }

    private String report(String metadata) throws IOException {
        return UpdateReport.of(files, "new.json", metadata);
    }

    /** The lines of a section of the report, without the fence around a block. */
    private static List<String> section(String report, String heading) {
        String begin = "\n## " + heading + "\n\n";
        assertThat(report).containsOnlyOnce(begin);
        String rest = report.substring(report.indexOf(begin) + begin.length());
        int end = rest.indexOf("\n## ");
        return (end < 0 ? rest : rest.substring(0, end))
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("```"))
                .toList();
    }

    @Test
    void aChangedCopyIsReportedInFull() throws IOException {
        String report = report(changed(
                LIST_ROOMS,
                LIST_BOXES,
                "\"Weight\": {\"type\": \"integer\", \"format\": \"int32\"}",
                "\"Weight\": {\"type\": \"string\"}",
                "{\"name\": \"RoomId\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}",
                "{\"name\": \"RoomId\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"required\": true}}"));

        Path expected = RESOURCES.resolve("report/report.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, report);
        }
        assertThat(report).isEqualTo(Files.readString(expected).replace("\r\n", "\n"));
    }

    @Test
    void theSameFileChangesNothing() throws IOException {
        assertThat(report(files.metadata())).isEqualTo("""
                # Post 2026-01-01: what new.json changes

                Operations: 8 → 8. Lines below: 0 break callers, 0 appeared, 0 changed, 0 vanished.

                ## Breaks callers

                Nothing.

                ## Appeared

                Nothing.

                ## Changed

                Nothing.

                ## Vanished

                Nothing.

                ## No longer fits

                Nothing.

                ## Lacks an effect, an area or words

                Nothing.

                ## Cannot be generated as it is

                Nothing.

                ## Public API

                Nothing.
                """);
    }

    static Stream<Arguments> smallChanges() {
        return Stream.of(
                Arguments.of(
                        "{\"name\": \"Note\", \"in\": \"formData\"",
                        "{\"name\": \"Note\", \"in\": \"query\"",
                        "- `SendLetter.request.Note`: place: formData → query"),
                Arguments.of(
                        "\"Stamps\", \"in\": \"query\", \"style\": \"repeatList\"",
                        "\"Stamps\", \"in\": \"query\", \"style\": \"json\"",
                        "- `SendLetter.request.Stamps`: style: repeatList → json"),
                Arguments.of(
                        "\"Text\": {\"type\": \"string\", \"required\": true}",
                        "\"Text\": {\"type\": \"string\"}",
                        "- `SendLetter.request.Sheets.Text`: required: yes → no"),
                Arguments.of(
                        "\"RawJson\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}",
                        "\"RawJson\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"deprecated\": true}",
                        "- `SendLetter.request.RawJson`: deprecated: no → yes"),
                Arguments.of(
                        "\"deprecated\": true,",
                        "\"deprecated\": false,",
                        "- operation `MoveRoom`: deprecated: yes → no"),
                Arguments.of(
                        "\"RawJson\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}",
                        "\"RawJson\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"enum\": [\"a\", 1]}",
                        "- `SendLetter.request.RawJson`: values: none → a | 1"),
                Arguments.of(
                        "post-proxy.cn-beijing.example.com",
                        "post.cn-beijing.example.com",
                        "- endpoint of `cn-beijing`: post-proxy.cn-beijing.example.com → post.cn-beijing.example.com"),
                Arguments.of(
                        "\"Tags\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}},\n    \"Ids\"",
                        "\"Tags\": {\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}},\n    \"Ids\"",
                        "- `GetLetter.response.Tags`: type: list of string → map of string"));
    }

    @ParameterizedTest
    @MethodSource("smallChanges")
    void oneChangeIsOneLine(String from, String to, String line) throws IOException {
        String report = report(changed(from, to));

        boolean breaks = line.contains(": type: ");
        assertThat(section(report, breaks ? "Breaks callers" : "Changed")).contains(line);
        assertThat(section(report, "Changed")).containsExactly(breaks ? "Nothing." : line);
        assertThat(section(report, "Appeared")).containsExactly("Nothing.");
        assertThat(section(report, "Vanished")).containsExactly("Nothing.");
    }

    @Test
    void whatBreaksCallersComesFirst() throws IOException {
        String report = report(changed(
                LIST_ROOMS,
                "",
                "{\"name\": \"RoomId\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}",
                "{\"name\": \"RoomId\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"required\": true}},"
                        + " {\"name\": \"Floor\", \"in\": \"query\", \"required\": true, \"schema\": {\"type\": \"integer\"}},"
                        + " {\"name\": \"Door\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}"));

        assertThat(report).startsWith("# Post 2026-01-01: what new.json changes\n\nOperations: 8 → 7. Lines below: ");
        assertThat(section(report, "Breaks callers"))
                .startsWith(
                        "- operation `ListRooms` vanished",
                        "- `MoveRoom.request.RoomId`: required: no → yes",
                        "- `MoveRoom.request.Floor`: integer, query, required")
                .anyMatch(line -> line.startsWith("- `io.github.alimsg.codegen.golden.post.PostPlaces`: ")
                        && line.contains("`listRooms()` is gone")
                        && line.contains("`moveRoom()` is gone"))
                .contains("- class `io.github.alimsg.codegen.golden.post.model.ListRoomsRequest` is gone")
                .noneMatch(line -> line.contains("ListRoomsRequest.Builder` is gone"));
        assertThat(section(report, "Appeared")).containsExactly("- `MoveRoom.request.Door`: string, query");
        assertThat(section(report, "Vanished")).containsExactly("Nothing.");
    }

    @Test
    void endpointsAreOneLineHoweverMany() throws IOException {
        String report = report(changed(
                "\"endpoint\": \"post-proxy.cn-beijing.example.com\"}",
                "\"endpoint\": \"post-proxy.cn-beijing.example.com\"},"
                        + " {\"regionId\": \"eu\", \"endpoint\": \"post.eu.example.com\"},"
                        + " {\"regionId\": \"us\", \"endpoint\": \"post.us.example.com\"}"));

        assertThat(section(report, "Appeared"))
                .containsExactly("- 2 endpoints: `eu`: post.eu.example.com, `us`: post.us.example.com");
    }

    @Test
    void aNameThatIsTakenDoesNotHideTheJava() throws IOException {
        for (String taken : List.of("Import", "Async", "LISTLetters", "AllLetters", "-")) {
            String report = report(changed(LIST_ROOMS, LIST_BOXES.replace("ListBoxes", taken)));

            assertThat(section(report, "Cannot be generated as it is"))
                    .as(taken)
                    .isNotEqualTo(List.of("Nothing."));
            assertThat(section(report, "Public API")).as(taken).contains("-     default ListRoomsResponse listRooms()");
        }
        String members = report(changed("\"Foo-Bar\"", "\"-\"", "{\"name\": \"RoomId\",", "{\"name\": \"Floor\","));
        assertThat(section(members, "Public API")).anyMatch(line -> line.contains("Builder floor("));
    }

    @Test
    void spellingsThatMeanTheSameDoNotShow() throws IOException {
        var mapper = new JsonMapper();
        var root = (ObjectNode) mapper.readTree(files.metadata());
        root.putArray("directories");
        for (JsonNode api : root.path("apis")) {
            ((ObjectNode) api).put("summary", "Some words.").put("operationType", "read");
            for (JsonNode parameter : api.path("parameters")) {
                respell((ObjectNode) parameter.path("schema"), true);
                if (parameter.path("style").asText().equals("repeatList")) {
                    ((ObjectNode) parameter).put("style", "flat");
                }
            }
            for (JsonNode response : api.path("responses")) {
                respell((ObjectNode) response.path("schema"), false);
            }
            if (api.has("responses")) {
                ((ObjectNode) api.path("responses")).putObject("201");
            }
        }

        assertThat(report(root.toString())).isEqualTo(report(files.metadata()));
    }

    /** Writes a schema as the vendor's files do: with words, and what goes without saying. */
    private static void respell(ObjectNode schema, boolean inRequest) {
        schema.put("description", "Words.").put("title", "字").put("docRequired", true);
        schema.putArray("enum").removeAll();
        if (!schema.has("required") && !schema.has("$ref")) {
            schema.put("required", !inRequest);
        }
        switch (schema.path("type").asText()) {
            case "integer" -> {
                if (schema.path("format").asText("int64").equals("int64")) {
                    schema.remove("format");
                }
            }
            case "string" -> schema.put("format", "date-time");
            case "number" -> schema.put("format", "float");
            default -> {}
        }
        schema.path("properties").forEach(member -> respell((ObjectNode) member, inRequest));
        if (schema.path("items").isObject()) {
            respell((ObjectNode) schema.path("items"), inRequest);
        }
    }

    @Test
    void anApiOfAnotherStyleIsOneSentence() {
        assertThatThrownBy(() -> report(changed("\"RPC\"", "\"ROA\"")))
                .isInstanceOf(IOException.class)
                .hasMessage("new.json: the API's style is ROA; only RPC-style products can be generated");
    }

    @Test
    void aChangeInASharedSchemaShowsWhereverItIsUsed() throws IOException {
        String report = report(changed(
                "\"Name\": {\"type\": \"string\", \"required\": true},",
                "\"Name\": {\"type\": \"string\", \"required\": true}, \"Size\": {\"type\": \"integer\"},"));

        assertThat(section(report, "Appeared"))
                .containsExactly(
                        "- `GetLetter.response.Folder.Size`: integer", "- `SendLetter.request.Folder.Size`: integer");
    }

    @Test
    void whatTheGeneratorRefusesIsSaidAndTheRestIsShown() throws IOException {
        String report = report(changed("\"name\": \"To\", \"in\": \"query\"", "\"name\": \"To\", \"in\": \"header\""));

        assertThat(section(report, "Changed")).containsExactly("- `SendLetter.request.To`: place: query → header");
        assertThat(section(report, "Cannot be generated as it is"))
                .singleElement()
                .asString()
                .startsWith("new.json: SendLetter.request.To is sent in 'header'");
        assertThat(section(report, "Public API"))
                .contains("-     public Builder to(String)")
                .noneMatch(line -> line.startsWith("+"));
    }

    @Test
    void aDescriptionOfAnotherApiIsToldApart() throws IOException {
        assertThat(report(changed("\"version\": \"2026-01-01\"", "\"version\": \"2027-01-01\"")))
                .contains("**The new file describes another API: Post 2027-01-01.**");
    }

    @Test
    void aFileThatIsNotADescriptionCannotBeReportedOn() {
        assertThatThrownBy(() -> report("{\n\"apis\": "))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("new.json:2: not JSON: ");
        assertThatThrownBy(() -> report("{\"code\": 404}"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("new.json: describes no operation");
    }

    @Test
    void theSurfaceIsThatOfWhatTheGeneratorWrites() {
        assertThat(DraftGeneration.sources(files))
                .isEqualTo(Generator.generate(files).sources());
    }

    @Test
    void whateverVanishesOrChangesItsTypeTheJavaCanBeShown() throws IOException {
        var mapper = new JsonMapper();
        int fields = mapper.readTree(files.metadata()).findValues("schema").size();
        List<String> spoilt = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            JsonNode other = mapper.readTree(files.metadata());
            var schema = (ObjectNode) other.findValues("schema").get(i);
            schema.removeAll().put("type", "boolean");
            spoilt.add(other.toString());
        }
        for (String operation :
                DescriptionReader.read("", files.metadata()).operations().keySet()) {
            JsonNode other = mapper.readTree(files.metadata());
            ((ObjectNode) other.path("apis")).remove(operation);
            spoilt.add(other.toString());
        }

        for (String metadata : spoilt) {
            var changed = new ApiFiles(
                    "new.json", metadata, "customization.yaml", files.customization(), "docs.yaml", files.docs());
            assertThat(DraftGeneration.sources(changed)).isNotEmpty();
        }
    }
}
