package io.github.alimsg.it.compatibility;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code sdk-bom} manages, read from its file. */
final class Bom {
    private Bom() {}

    /** The managed versions by group and artifact; whatever is not a plain jar has its type or scope behind it. */
    static Map<String, String> versions() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", "sdk-bom", "pom.xml").toFile());
        NodeList dependencies = pom.getElementsByTagName("dependency");
        Map<String, String> versions = new LinkedHashMap<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            String version = text(dependency, "version");
            versions.put(
                    text(dependency, "groupId") + ":" + text(dependency, "artifactId") + text(dependency, "type")
                            + text(dependency, "scope"),
                    version.startsWith("${") ? property(pom, version.substring(2, version.length() - 1)) : version);
        }
        return versions;
    }

    private static String property(Document pom, String name) {
        return name.equals("project.version")
                ? text(pom.getDocumentElement(), "version")
                : text(pom.getDocumentElement(), name);
    }

    private static String text(Element of, String name) {
        NodeList found = of.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
