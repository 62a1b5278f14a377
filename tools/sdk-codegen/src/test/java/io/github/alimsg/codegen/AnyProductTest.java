package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alimsg.codegen.init.NewApi;
import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.output.GeneratedApi;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.core.wire.SuccessRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients of products that were never seen: from metadata alone, which has what other products of the vendor have.
 * Nothing of it is edited; what cannot be generated is left out and named.
 */
class AnyProductTest {
    private static final Path FOLDER = Path.of("src/test/resources/products");
    private static final List<String> NAMES = List.of("parameters", "shapes", "replies", "names", "words");
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Map<String, NewApi> APIS = new TreeMap<>();
    private static MemoryCompiler compiler;
    private static ClassLoader loader;

    @BeforeAll
    static void generateAndCompile() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String name : NAMES) {
            Path file = FOLDER.resolve(name + ".json");
            NewApi api = NewApi.of(name + ".json", Files.readString(file), "made." + name);
            APIS.put(name, api);
            sources.putAll(Generator.generate(api.files()).sources());
        }
        compiler = new MemoryCompiler(sources);
        loader = compiler.loader();
    }

    @Test
    void theClientsCompileWithoutAWarning() {
        assertThat(compiler.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "shapes", "replies", "names", "words"})
    void everyValueOfEveryExampleIsRead(String name) throws IOException {
        JsonNode apis = MAPPER.readTree(Files.readString(FOLDER.resolve(name + ".json")))
                .path("apis");
        int examples = 0;
        for (Operation<?, ?> operation : operations(name).values()) {
            String list = apis.path(operation.name()).path("responseDemo").asText();
            if (list.isEmpty()) {
                continue; // its reply is not described either
            }
            String example = MAPPER.readTree(list).get(0).path("example").asText();
            SdkResponse response = read(operation, example);

            assertThat(response.toString()).as(operation.name()).contains(values(example));
            examples++;
        }
        assertThat(examples).isGreaterThan(1);
    }

    @Test
    void theOperationsAreAllThereButThoseThatCannotBeGenerated() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String name : NAMES) {
            Set<String> described = new TreeSet<>();
            MAPPER.readTree(Files.readString(FOLDER.resolve(name + ".json")))
                    .path("apis")
                    .properties()
                    .forEach(api -> described.add(api.getKey()));
            described.removeAll(operations(name).keySet());
            missing.put(name, described);
        }

        assertThat(missing)
                .isEqualTo(Map.of(
                        "parameters", Set.of("ArrangeCrates", "MoveCrate", "SealCrate", "StackCrates"),
                        "shapes", Set.of("GetLoop", "GetPicture", "PutFile"),
                        "replies", Set.of(),
                        "names", Set.of("GetUrl"),
                        "words", Set.of()));
    }

    @Test
    void whatIsLeftOutIsNamedWithTheReason() {
        assertThat(APIS.get("parameters").guesses())
                .contains(
                        "5 of 9 operations",
                        "  ArrangeCrates: ArrangeCrates.request.Rows has style 'simple' and holds more than single values\n",
                        "  MoveCrate: MoveCrate has two parameters CrateId that differ\n",
                        "  SealCrate: SealCrate.request.X-Seal is sent in 'header'\n",
                        "  StackCrates: StackCrates.request.Rows has style 'pipeDelimited'\n",
                        "LabelCrate.request.X-Trace is sent in 'header', and is left out\n",
                        "LabelCrate.request.Blob is sent in 'body', and is left out\n",
                        "CheckCrate.request.body is sent in 'body', and its members become parameters of the form");
        assertThat(APIS.get("parameters").files().customization())
                .contains("omit:\n  # ArrangeCrates.request.Rows has style 'simple' and holds");
        assertThat(APIS.get("shapes").guesses())
                .contains(
                        "DescribeTrees.request.Tag refers to the schema 'Nowhere', which is not there, and may be anything");
    }

    @Test
    void withoutTheListTheBuildNamesThemAndInOneModeLeavesThemOut() {
        ApiFiles files = APIS.get("parameters").files();
        String listed = files.customization();
        String plain = listed.replaceAll("(?s)\nomit:.*\neffects:", "\neffects:");

        assertThatThrownBy(() -> Generator.generate(withCustomization(files, plain)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3) // what is wrong with styles of lists shows when these are settled
                                .allMatch(problem -> problem.contains("; omit the operation: omit: [")));
        GeneratedApi generated = Generator.generate(withCustomization(files, plain + "unsupported: omit\n"));
        assertThat(generated.sources()).isEqualTo(Generator.generate(files).sources());
        assertThat(generated.warnings())
                .contains(
                        "MoveCrate is left out: MoveCrate has two parameters CrateId that differ",
                        "SealCrate is left out: SealCrate.request.X-Seal is sent in 'header'");
    }

    @Test
    void entriesAboutWhatIsLeftOutDoNotDisturb() {
        ApiFiles files = APIS.get("replies").files();
        String customization = files.customization().replace("\neffects:", "\nomit: [StopRun]\neffects:")
                + "sensitive: [StopRun.response.StoppedBy]\n";
        String docs = "words: name\nfields:\n  StoppedBy: \"See [StopRun].\"\noperations:\n"
                + "  StartRun: {text: \"Starts what [StopRun] stops.\"}\n  StopRun: {text: \"Stops.\"}\n";

        GeneratedApi generated = Generator.generate(
                new ApiFiles(files.metadataName(), files.metadata(), "c.yaml", customization, "docs.yaml", docs));

        assertThat(MemoryCompiler.complaints(generated.sources())).isEmpty();
        assertThat(generated.sources().get("made/replies/RepliesClient.java"))
                .contains("Starts what {@code StopRun} stops.")
                .doesNotContain("stopRun");
    }

    @Test
    void aParameterThatIsThereTwiceIsRequiredWhenOneOfThemIs() {
        assertThatThrownBy(() -> request("parameters", "ListCrates", Map.of()))
                .hasRootCauseMessage("ListCratesRequest needs regionId");
        assertThat(written("parameters", "ListCrates", Map.of("regionId", "eu", "size", 3)))
                .isEqualTo("RegionId=eu&Size=3");
        assertThat(written("parameters", "ListCrates", Map.of("regionId", "eu", "regionid", "us")))
                .isEqualTo("RegionId=eu&regionid=us");
    }

    @Test
    void aListOfStyleSimpleIsWrittenWithCommas() {
        assertThat(written(
                        "parameters",
                        "AllowCrates",
                        Map.of("ids", List.of("a b", "c"), "numbers", List.of(1L, 2L), "rates", List.of(0.5, 1e-7))))
                .isEqualTo("Ids=a%20b%2Cc&Numbers=1%2C2&Rates=0.5%2C0.00000010");
        assertThat(written("parameters", "AllowCrates", Map.of("ids", List.of("a"), "numbers", List.of(), "name", "n")))
                .isEqualTo("Ids=a&Name=n");
    }

    @Test
    void theMembersOfABodyAreParametersOfTheForm() {
        assertThat(written("parameters", "CheckCrate", Map.of("crateId", "c-1", "seal", "s-1")))
                .isEqualTo("CrateId=c-1 | Seal=s-1");
        assertThatThrownBy(() -> request("parameters", "CheckCrate", Map.of()))
                .hasRootCauseMessage("CheckCrateRequest needs seal");
        assertThat(written("parameters", "PackCrate", Map.of())).isEqualTo(" | "); // the body is not required
    }

    @Test
    void anAnswerWithoutACodeIsJudgedByItsStatusWithoutAnEntry() {
        Map<String, SuccessRule> rules = new TreeMap<>();
        operations("replies").forEach((name, operation) -> rules.put(name, operation.successRule()));

        assertThat(rules)
                .isEqualTo(Map.of(
                        "ListMessages", SuccessRule.HTTP_STATUS,
                        "QueryRuns", SuccessRule.HTTP_STATUS,
                        "StopRun", SuccessRule.HTTP_STATUS,
                        "StartRun", SuccessRule.CODE,
                        "SendReport", SuccessRule.CODE));
    }

    @Test
    void namesThatAreTakenGetThatOfTheParentInFront() {
        assertThat(APIS.get("names").files().customization())
                .contains(
                        "\"ListShelves.response.Lower.Boxes\": LowerBox\n",
                        "\"ListShelves.response.Lower.Deep.Lower.Boxes\": DeepLowerBox\n",
                        "Close: close2\n",
                        "Import: import2\n",
                        "\"QueryCases.request.Order-Id\": orderId2\n");
    }

    @Test
    void theVendorsWordsBecomeJavadocAndOursWinOverThem() {
        ApiFiles files = APIS.get("words").files();
        String ours = "words: metadata\nfields: {Words: \"Ours.\"}\n";
        GeneratedApi generated = Generator.generate(new ApiFiles(
                files.metadataName(), files.metadata(), "c.yaml", files.customization(), "docs.yaml", ours));

        assertThat(generated.sources().get("made/words/WordsClient.java"))
                .contains("* Describes words. Then it rests.");
        assertThat(generated.sources().get("made/words/model/DescribeWordsRequest.java"))
                .contains(
                        "Write one word, see Words or ListWords. Not two. a *&#47; comment &amp; more",
                        "* Plain Name.");
        assertThat(generated.sources().get("made/words/model/DescribeWordsResponse.java"))
                .contains("* Ours.");
    }

    private static ApiFiles withCustomization(ApiFiles files, String customization) {
        return new ApiFiles(
                files.metadataName(),
                files.metadata(),
                files.customizationName(),
                customization,
                files.docsName(),
                files.docs());
    }

    private static Map<String, Operation<?, ?>> operations(String name) {
        String customization = APIS.get(name).files().customization();
        String client = customization
                .lines()
                .filter(line -> line.startsWith("  client: "))
                .findFirst()
                .orElseThrow()
                .substring("  client: ".length());
        try {
            var product = (Product) loader.loadClass("made." + name + "." + client)
                    .getField("PRODUCT")
                    .get(null);
            Map<String, Operation<?, ?>> operations = new TreeMap<>();
            product.operations().forEach(operation -> operations.put(operation.name(), operation));
            return operations;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static SdkResponse read(Operation<?, ?> operation, String reply) {
        byte[] body = reply.getBytes(StandardCharsets.UTF_8);
        return operation.read(new JsonReader(new HttpResponse(200, List.of(), body), operation, 1));
    }

    /** The texts and numbers of an example, those of the envelope aside. */
    private static List<String> values(String example) throws IOException {
        List<String> values = new ArrayList<>();
        JsonNode root = MAPPER.readTree(example);
        root.properties().forEach(field -> {
            boolean envelope = Set.of("Code", "Message", "Success").contains(field.getKey())
                    && field.getValue().isValueNode();
            if (!envelope) {
                addValues(field.getValue(), values);
            }
        });
        return values;
    }

    private static void addValues(JsonNode node, Collection<String> values) {
        if (node.isValueNode()) {
            values.add(node.asText());
        }
        node.forEach(child -> addValues(child, values));
    }

    /** Parameters by the names of their setters. */
    private static SdkRequest request(String name, String operation, Map<String, ?> parameters) throws Exception {
        Class<?> type = loader.loadClass("made." + name + ".model." + operation + "Request");
        Object builder = type.getMethod("builder").invoke(null);
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            Object value = parameter.getValue();
            Class<?> wanted = value instanceof List ? List.class : value.getClass();
            builder.getClass().getMethod(parameter.getKey(), wanted).invoke(builder, value);
        }
        return (SdkRequest) builder.getClass().getMethod("build").invoke(builder);
    }

    /** The query, and behind a bar the form. */
    private static String written(String name, String operation, Map<String, ?> parameters) {
        try {
            SdkRequest request = request(name, operation, parameters);
            @SuppressWarnings("unchecked") // the request is the operation's
            var typed = (Operation<SdkRequest, ?>) operations(name).get(operation);
            var out = new ParamWriter(Map.of(), false);
            typed.write(request, out);
            var encoded = out.finish();
            PercentEncodedPairs form = encoded.form();
            return encoded.query() + (form == null ? "" : " | " + form);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
