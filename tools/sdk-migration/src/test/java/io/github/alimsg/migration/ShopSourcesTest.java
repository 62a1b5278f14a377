package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sources of small applications, migrated with stand-ins for the vendor's classes, are what they are to be and
 * compile; {@link ShopTest} migrates these and one more with the vendor's own and runs them.
 */
class ShopSourcesTest {
    @ParameterizedTest
    @EnumSource(
            value = Shop.class,
            names = {"ASYNC", "FIRST"})
    void areWhatTheyAreToBe(Shop shop) throws Exception {
        Path stubs = VendorStubs.compiled(
                shop.recipe().generation(), shop.recipe().product(), "SendSms", "SendBatchSms", "QuerySendDetails");
        Map<String, String> after = Migration.of(shop.recipe(), sources(shop.before()), List.of(stubs));
        if (Boolean.getBoolean("alimsg.update")) {
            Map<String, String> updated = new TreeMap<>(shop.after());
            after.forEach((name, source) -> updated.put("src/main/java/" + name, source));
            shop.update(updated);
        }
        assertThat(after.values())
                .containsExactlyElementsOf(sources(shop.after()).values());

        Path output = Files.createDirectories(Path.of("target/shop-sources", shop.name()));
        Shop.write(output, after);
        List<Path> files = new ArrayList<>();
        after.keySet().forEach(name -> files.add(output.resolve(name)));
        assertThat(Migration.compile(output, files)).isEmpty();
    }

    private static Map<String, String> sources(Map<String, String> files) {
        Map<String, String> sources = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".java")) {
                sources.put(name.substring("src/main/java/".length()), text);
            }
        });
        return sources;
    }
}
