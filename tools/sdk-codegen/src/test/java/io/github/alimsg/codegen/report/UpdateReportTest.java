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

        assertThat(section(report, "Changed")).containsExactly(line);
        assertThat(section(report, "Appeared")).containsExactly("Nothing.");
        assertThat(section(report, "Vanished")).containsExactly("Nothing.");
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
