package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is copied from a README first. {@code .ci/follow-readme} also resolves it. */
@DisplayName("The dependencies of a README are in the BOM, in this build's version, for Gradle as for Maven")
class ReadmeDependenciesTest {
    private static final String GROUP = "io.github.alimsg:";
    private static final Pattern GRADLE =
            Pattern.compile("(implementation|testImplementation)\\((platform\\()?\"([^\"]+)\"\\)+");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "README.id.md"})
    void theyAreInTheBom(String page) throws Exception {
        Set<String> managed = Bom.versions().keySet();
        String version = Bom.versions().get(GROUP + "sdk-core");
        Set<String> maven = maven(block("xml", page));
        Set<String> gradle = gradle(block("kotlin", page));

        assertThat(maven).hasSizeGreaterThan(2).contains("import " + GROUP + "sdk-bom:" + version);
        assertThat(maven)
                .filteredOn(dependency -> !dependency.startsWith("import "))
                .allSatisfy(
                        dependency -> assertThat(managed).contains(dependency.substring(dependency.indexOf(' ') + 1)));
        assertThat(gradle).isEqualTo(maven);
    }

    private static Set<String> maven(String xml) throws Exception {
        var bytes = new ByteArrayInputStream(("<project>" + xml + "</project>").getBytes(StandardCharsets.UTF_8));
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(bytes)
                .getElementsByTagName("dependency");
        Set<String> dependencies = new TreeSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            var dependency = (Element) found.item(i);
            String scope = text(dependency, "scope");
            String version = text(dependency, "version");
            dependencies.add((scope.isEmpty() ? "compile" : scope)
                    + " "
                    + text(dependency, "groupId")
                    + ":"
                    + text(dependency, "artifactId")
                    + (version.isEmpty() ? "" : ":" + version));
        }
        return dependencies;
    }

    private static Set<String> gradle(String script) {
        Set<String> dependencies = new TreeSet<>();
        Matcher dependency = GRADLE.matcher(script);
        while (dependency.find()) {
            String scope = dependency.group(1).equals("implementation") ? "compile" : "test";
            dependencies.add((dependency.group(2) == null ? scope : "import") + " " + dependency.group(3));
        }
        assertThat(script.lines().filter(line -> line.contains(GROUP))).hasSameSizeAs(dependencies);
        return dependencies;
    }

    private static String text(Element of, String name) {
        NodeList found = of.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /** The only block of a language. */
    private static String block(String language, String page) throws IOException {
        List<String> blocks = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", page)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).as("%s of %s", language, page).hasSize(1);
        return blocks.get(0);
    }
}
