package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Editors know every property")
class MetadataTest {
    private final List<JsonNode> properties = list("spring-configuration-metadata.json", "properties");

    @Test
    void everyPropertyHasADescriptionThatReadsAsOthersDo() {
        assertThat(properties).hasSizeGreaterThan(80).allSatisfy(property -> {
            String description = property.path("description").asText();
            assertThat(property.path("name").asText()).startsWith("alimsg.");
            assertThat(description)
                    .as(property.path("name").asText())
                    .endsWith(".")
                    .doesNotStartWith("The ")
                    .doesNotStartWith("A ")
                    .doesNotContainIgnoringCase("default");
            if (property.path("type").asText().equals("java.lang.Boolean")) {
                assertThat(description).startsWith("Whether ");
            }
        });
    }

    @Test
    void everyDefaultAndHintBelongsToAProperty() {
        List<String> names = properties.stream()
                .map(property -> property.path("name").asText())
                .toList();
        for (String list : List.of("properties", "hints")) {
            assertThat(list("additional-spring-configuration-metadata.json", list))
                    .isNotEmpty()
                    .allSatisfy(entry ->
                            assertThat(names).contains(entry.path("name").asText()));
        }
    }

    @Test
    void eachProductHasTheCommonProperties() {
        assertThat(properties)
                .extracting(property -> property.path("name").asText())
                .contains(
                        "alimsg.timeout",
                        "alimsg.cams.timeout",
                        "alimsg.sms-international.retry.max-attempts",
                        "alimsg.sms-mainland.proxy.url",
                        "alimsg.sts.enabled",
                        "alimsg.credentials.access-key-id",
                        "alimsg.credentials.role.oidc-token-file",
                        "alimsg.accounts",
                        "alimsg.receipts.path",
                        "alimsg.health.call",
                        "alimsg.once.enabled");
    }

    private static List<JsonNode> list(String file, String name) {
        try (InputStream json = MetadataTest.class.getResourceAsStream("/META-INF/" + file)) {
            List<JsonNode> nodes = new ArrayList<>();
            new ObjectMapper().readTree(json).path(name).forEach(nodes::add);
            return nodes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
