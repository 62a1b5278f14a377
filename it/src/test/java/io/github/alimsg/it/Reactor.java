package io.github.alimsg.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules of this build, as the poms list them, with those that only a profile adds. */
public final class Reactor {
    /** The folder of the build, as tests see it. */
    public static final Path ROOT = Path.of("..");

    private Reactor() {}

    /** The folders of all modules by artifact id, the root's own included. */
    public static Map<String, Path> modules() throws IOException {
        Map<String, Path> modules = new LinkedHashMap<>();
        add(ROOT, modules);
        return modules;
    }

    private static void add(Path folder, Map<String, Path> modules) throws IOException {
        Element project = project(folder.resolve("pom.xml"));
        modules.put(artifactId(project), folder);
        NodeList children = project.getElementsByTagName("module");
        for (int i = 0; i < children.getLength(); i++) {
            add(folder.resolve(children.item(i).getTextContent().strip()).normalize(), modules);
        }
    }

    private static Element project(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom.toString(), e);
        }
    }

    /** The project's own; elements of the same name stand in its parent and its dependencies. */
    private static String artifactId(Element project) {
        NodeList children = project.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child.getNodeName().equals("artifactId")) {
                return child.getTextContent().strip();
            }
        }
        throw new IllegalStateException("a pom without an artifactId");
    }
}
