package io.github.alimsg.codegen.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Resolution;
import io.github.alimsg.codegen.input.Customization.Product;
import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.MetadataReader;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.JavaNames;
import java.util.Locale;
import java.util.Set;

/**
 * The files of an API of which there is only the vendor's metadata. They fit as they are; what in them is guessed is for
 * people to confirm.
 *
 * @param files the files
 * @param id name of their folder: product and version
 * @param guesses what was guessed, as a table for people
 */
public record NewApi(ApiFiles files, String id, String guesses) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DOCS = """
            # Where words come from that are not here: required, metadata or name.
            words: metadata
            """;

    /**
     * Guesses.
     *
     * @param name name of the metadata file, for messages
     * @param json what it holds
     * @param packageName the package of the client
     * @return the files
     * @throws InvalidInputException naming what is wrong with the metadata, or with the package
     */
    public static NewApi of(String name, String json, String packageName) {
        var problems = new Problems();
        Metadata metadata = new MetadataReader(name, Set.of(), problems).read(json);
        if (problems.all().stream().anyMatch(problem -> problem.operation() == null)) {
            problems.throwIfAny();
        }
        Product product = new Product(
                JavaNames.type(metadata.product()) + "Client",
                packageName,
                metadata.product(),
                EndpointGuess.of(metadata).defaultRegion(),
                null);
        SuccessGuess success = SuccessGuess.of(apis(json));
        var settled = new Settled();
        while (true) {
            String customization = CustomizationText.of(metadata, product, success, settled);
            var files = new ApiFiles(name, json, "customization.yaml", customization, "docs.yaml", DOCS);
            Problems left = Resolution.of(files).problems();
            if (!settled.settle(left.all())) {
                left.throwIfAny();
                String id = (metadata.product() + "-" + metadata.version()).toLowerCase(Locale.ROOT);
                return new NewApi(files, id, new GuessTable(metadata, success, settled, left.warnings()).text());
            }
        }
    }

    private static JsonNode apis(String json) {
        try {
            return MAPPER.readTree(json).path("apis");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was read before", e);
        }
    }
}
