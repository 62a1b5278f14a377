package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What can be checked of a release without making one: RELEASING.md. */
@DisplayName("The poms have what Maven Central asks for, of the modules that are published")
class ReleaseTest {
    private static final String PUBLISHED = "sdk-";
    private static final List<String> ROOTS = List.of("sdk-parent", "sdk-bom");

    @Test
    void everyPublishedModuleSaysWhatItIs() throws Exception {
        for (Map.Entry<String, Path> module : Reactor.modules().entrySet()) {
            if (module.getKey().startsWith(PUBLISHED)) {
                Element project = project(module.getValue());
                assertThat(text(project, "name")).as(module.getKey()).isNotBlank();
                assertThat(text(project, "description")).as(module.getKey()).isNotBlank();
                assertThat(ROOTS.contains(module.getKey()) || parent(project).equals("sdk-parent"))
                        .as("%s has the licence, the people and the repository of its parent", module.getKey())
                        .isTrue();
            }
        }
    }

    @Test
    void theParentAndTheBomHaveLicencePeopleAndRepository() throws Exception {
        for (String root : ROOTS) {
            Element project = project(Reactor.modules().get(root));
            assertThat(List.of("url", "licenses", "developers", "scm", "issueManagement"))
                    .as(root)
                    .allSatisfy(part -> assertThat(text(project, part)).isNotBlank());
        }
    }

    @Test
    void theParentAndTheBomAreSignedAndUploadedWithTheSameVersions() throws Exception {
        for (String version : List.of("gpg.version", "central-publishing.version")) {
            Set<String> versions = new TreeSet<>();
            for (String root : ROOTS) {
                Element properties = child(project(Reactor.modules().get(root)), "properties");
                versions.add(text(properties, version));
            }
            assertThat(versions).as(version).hasSize(1).doesNotContain("");
        }
    }

    @Test
    void nothingElseIsPublished() throws Exception {
        Map<String, Path> modules = Reactor.modules();
        List<String> withOurParent = new ArrayList<>();
        for (String module : modules.keySet()) {
            if (!module.startsWith(PUBLISHED)) {
                Element project = project(modules.get(module));
                String parent = parent(project);
                if (parent.equals("sdk-parent") && isInEveryBuild(modules.get(module))) {
                    withOurParent.add(module);
                }
                Element above = parent.startsWith(PUBLISHED) || !modules.containsKey(parent)
                        ? project
                        : project(modules.get(parent));
                assertThat(text(child(above, "properties"), "maven.deploy.skip"))
                        .as(module)
                        .isEqualTo("true");
            }
        }
        assertThat(excluded()).containsExactlyInAnyOrderElementsOf(withOurParent);
    }

    @Test
    void allModulesHaveOneVersion() throws Exception {
        String version = text(project(Reactor.ROOT), "version");
        for (Map.Entry<String, Path> module : Reactor.modules().entrySet()) {
            Element project = project(module.getValue());
            String own = text(project, "version");
            assertThat(own.isEmpty() ? text(child(project, "parent"), "version") : own)
                    .as(module.getKey())
                    .isEqualTo(version);
        }
        assertThat(Files.readString(Reactor.ROOT.resolve("README.md"))).contains("<version>" + version + "</version>");
    }

    private static List<String> excluded() throws Exception {
        List<String> names = new ArrayList<>();
        NodeList all = project(Reactor.ROOT).getElementsByTagName("excludeArtifact");
        for (int i = 0; i < all.getLength(); i++) {
            names.add(all.item(i).getTextContent());
        }
        return names;
    }

    /** Listed by the root itself, not by one of its profiles. */
    private static boolean isInEveryBuild(Path folder) throws Exception {
        NodeList modules = child(project(Reactor.ROOT), "modules").getElementsByTagName("module");
        for (int i = 0; i < modules.getLength(); i++) {
            Path listed = Reactor.ROOT.resolve(modules.item(i).getTextContent().strip());
            if (Files.isSameFile(listed, folder)) {
                return true;
            }
        }
        return false;
    }

    private static String parent(Element project) {
        return text(child(project, "parent"), "artifactId");
    }

    private static Element project(Path folder) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    /** The element's own child of that name; an empty element if there is none. */
    private static Element child(Element element, String name) {
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child.getNodeName().equals(name)) {
                return (Element) child;
            }
        }
        return element.getOwnerDocument().createElement(name);
    }

    private static String text(Element element, String child) {
        return child(element, child).getTextContent().strip();
    }
}
