package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of properties is written from the metadata")
class PropertiesPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "spring-boot-properties.md");
    private static final Pattern OF_A_PRODUCT =
            Pattern.compile("alimsg\\.(?:cams|sms-international|sms-mainland|sts)\\..*");
    private static final String TOP = """
            # Properties for Spring Boot

            Written from the metadata that editors read: `./mvnw -pl :sdk-spring-boot -am test -Dtest=PropertiesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dproperties.update=true`.

            The properties marked with * can be set at four levels, of which the most specific one that is set decides:

            | level | prefix |
            |---|---|
            | everything | `alimsg` |
            | one product | `alimsg.cams`, `alimsg.sms-international`, `alimsg.sms-mainland`, `alimsg.sts` |
            | one further account | `alimsg.accounts.<name>` |
            | one product of it | `alimsg.accounts.<name>.cams`, and so on |

            What is set at no level is the client's default, or comes from the [variables](configuration.md#settings-from-the-environment) that every client reads.

            | property | default | |
            |---|---|---|
            """;

    @Test
    void itHasEveryProperty() throws IOException {
        String page = TOP + rows();
        if (Boolean.getBoolean("properties.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String rows() throws IOException {
        Map<String, JsonNode> properties = new TreeMap<>();
        try (InputStream json =
                PropertiesPageTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (JsonNode property : new ObjectMapper().readTree(json).path("properties")) {
                properties.put(property.path("name").asText(), property);
            }
        }
        var rows = new StringBuilder();
        properties.forEach((name, property) -> {
            boolean product = OF_A_PRODUCT.matcher(name).matches();
            if (!product || name.endsWith(".enabled")) {
                boolean levels = properties.containsKey(name.replace("alimsg.", "alimsg.cams."));
                rows.append("| `")
                        .append(name)
                        .append('`')
                        .append(levels ? " *" : "")
                        .append(" | ");
                JsonNode value = property.path("defaultValue");
                rows.append(value.isMissingNode() ? "" : "`" + value.asText() + "`")
                        .append(" | ");
                rows.append(property.path("description")
                        .asText()
                        .replace("<", "\\<")
                        .replace("|", "\\|"));
                rows.append(" |\n");
            }
        });
        return rows.toString();
    }
}
