package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.output.GeneratedApi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of requests and responses becomes one class of the package, and what its fields are then. */
class SharedClassesTest {
    /** Two requests and a response, each with a box; the arguments are the members of their boxes. */
    private static ApiFiles boxes(String sent, String sentToo, String read, String customization, String docs) {
        String metadata = """
                {"version": "1.0", "info": {"style": "RPC", "product": "Box", "version": "2026-01-01"}, "apis": {
                  "AddBox": {"parameters": [{"name": "Box", "in": "query", "style": "json",
                    "schema": {"type": "object", "properties": {%s}}}]},
                  "ChangeBox": {"parameters": [{"name": "Box", "in": "query", "style": "json",
                    "schema": {"type": "object", "properties": {%s}}}]},
                  "GetBox": {"parameters": [], "responses": {"200": {"schema": {"type": "object", "properties": {
                    "Code": {"type": "string"}, "Box": {"type": "object", "properties": {%s}}}}}}}},
                 "endpoints": []}
                """.formatted(sent, sentToo, read);
        String common = """
                product: {client: BoxClient, package: com.example.box, title: "Boxes", defaultRegion: cn-hangzhou}
                endpoints: {other: box.example.com}
                success: {code: Code, message: Message}
                effects: {READ: [GetBox], CREATE: [AddBox], UPDATE: [ChangeBox]}
                areas: [{id: boxes, title: "Boxes", operations: [AddBox, ChangeBox, GetBox]}]
                """;
        String words = """
                fields: {Box: "The box.", Name: "The name.", name: "The name.", Size: "The size.", Kind: "The kind."}
                operations: {AddBox: {text: "Adds."}, ChangeBox: {text: "Changes."}, GetBox: {text: "Gets."}}
                """;
        return PostFiles.with(metadata, common + customization, words + docs);
    }

    private static String field(String name, String type, boolean required) {
        return "\"%s\": {\"type\": \"%s\", \"required\": %s}".formatted(name, type, required);
    }

    private static final String NAME = field("Name", "string", false);
    private static final String NEEDED_NAME = field("Name", "string", true);
    private static final String SIZE = field("Size", "integer", false);
    private static final String KIND = field("Kind", "string", false);
    private static final String WORDS = "classes: {Box: \"A box.\"}\n";

    private static String box(GeneratedApi api) {
        return api.sources().get("com/example/box/model/Box.java");
    }

    private static List<String> problems(ApiFiles files) {
        return PostFiles.problems(files);
    }

    @Test
    void whatIsAlikeIsOneClassWithoutAnEntry() {
        GeneratedApi api = Generator.generate(boxes(NAME, NAME, NAME, "", WORDS));

        assertThat(box(api)).contains("A box.", "void write(StructureWriter out)", "static Box read(JsonReader in)");
        assertThat(api.sources().get("com/example/box/model/AddBoxRequest.java"))
                .contains("public @Nullable Box box()")
                .doesNotContain("class Box");
    }

    @Test
    void whatDiffersStaysNestedUnlessItIsListed() {
        ApiFiles files = boxes(NAME, NAME + "," + SIZE, NAME, "", "");

        GeneratedApi api = Generator.generate(files);

        assertThat(api.sources()).doesNotContainKey("com/example/box/model/Box.java");
        assertThat(api.sources().get("com/example/box/model/ChangeBoxRequest.java"))
                .contains("static final class Box");
    }

    @Test
    void aListedClassSaysWhereItsFieldsAreAndSendsOnlyWhatRequestsHave() {
        String box =
                box(Generator.generate(boxes(NAME, NAME + "," + SIZE, NAME + "," + KIND, "shared: [Box]\n", WORDS)));

        assertThat(box)
                .contains(
                        "The size. Only in {@link ChangeBoxRequest}.",
                        "The kind. Only in {@link GetBoxRequest}. Read only: it is not sent.",
                        "out.put(\"Size\", this.size)",
                        "case \"Kind\" -> builder.kind")
                .doesNotContain("out.put(\"Kind\"");
    }

    @Test
    void aFieldIsRequiredWhenEveryRequestRequiresItAndMayBeAbsentInWhatIsRead() {
        String required = box(Generator.generate(boxes(NEEDED_NAME, NEEDED_NAME, NAME, "", WORDS)));
        String optional = box(Generator.generate(boxes(NEEDED_NAME, NAME, NAME, "shared: [Box]\n", WORDS)));

        assertThat(required).contains("require(\"Box\", \"name\", name)", "public @Nullable String name()");
        assertThat(optional).doesNotContain("require(").contains("public @Nullable String name()");
    }

    @Test
    void responsesMaySpellAFieldOtherwise() {
        String box =
                box(Generator.generate(boxes(NAME, NAME, field("name", "string", false), "shared: [Box]\n", WORDS)));

        assertThat(box).contains("out.put(\"Name\", this.name)", "case \"Name\", \"name\" -> builder.name");
    }

    @Test
    void sensitiveAnywhereIsSensitiveEverywhere() {
        String box = box(Generator.generate(
                boxes(NAME, NAME, NAME, "shared: [Box]\nsensitive: [AddBox.request.Box.Name]\n", WORDS)));

        assertThat(box).contains(".hide(\"name\", this.name)");
    }

    @Test
    void contradictionsAreReported() {
        assertThat(problems(boxes(NAME, field("Name", "integer", false), NAME, "shared: [Box]\n", WORDS)))
                .singleElement()
                .asString()
                .contains(
                        "AddBox.request.Box.Name and ChangeBox.request.Box.Name, of the shared class Box, are of"
                                + " different types",
                        "names: {ChangeBox.request.Box: OtherName}");
        assertThat(problems(boxes(NAME, field("name", "string", false), NAME, "shared: [Box]\n", WORDS)))
                .singleElement()
                .asString()
                .contains("are spelled differently on the wire");
    }

    @Test
    void entriesThatMatchNothingAreReported() {
        assertThat(problems(boxes(NAME, NAME, NAME, "shared: [Crate]\n", WORDS)))
                .containsExactly("customization.yaml:6: no class is called 'Crate'; remove it, or fix its name");
        assertThat(problems(boxes(NAME, NAME, NAME, "", "classes:\n  Box: \"A box.\"\n  Crate: \"A crate.\"\n")))
                .containsExactly(
                        "docs.yaml:5: 'Crate' in classes matches no shared class or field of one; remove it, or"
                                + " fix the name");
    }

    @Test
    void aSharedClassNeedsWordsOfItsOwn() {
        String other = "operations: {AddBox: {request: {Box.Name: \"Another name.\"}, text: \"Adds.\"},";
        ApiFiles files = boxes(NAME, NAME, NAME, "", "");
        ApiFiles differing = PostFiles.with(
                files.metadata(),
                files.customization(),
                files.docs().replace("operations: {AddBox: {text: \"Adds.\"},", other));

        assertThat(String.join("\n", problems(differing)))
                .contains("class Box", "class field Box.Name, of which operations say Another name. / The name.");
        assertThat(box(Generator.generate(PostFiles.with(
                        differing.metadata(),
                        differing.customization(),
                        differing.docs() + "classes: {Box: \"A box.\", Box.Name: \"Any name.\"}\n"))))
                .contains("Any name.")
                .doesNotContain("Another name.");
    }
}
