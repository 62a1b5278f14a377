package io.github.alimsg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.xml.XmlVisitor;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/** The vendor's artifacts out of a pom, ours and the BOM into it. */
final class PomVisitor extends XmlVisitor<ExecutionContext> {
    private static final String GROUP = "com.aliyun";
    private static final String CORE = "aliyun-java-sdk-core";

    /** What the vendor's clients are made of; applications of the samples declare some of it themselves. */
    private static final Set<String> PARTS = Set.of(
            "tea",
            "tea-openapi",
            "tea-util",
            "tea-console",
            "tea-xml",
            "openapiutil",
            "endpoint-util",
            CORE,
            "aliyun-gateway-pop",
            "darabonba-java-core",
            "aliyun-http-apache",
            "aliyun-java-core",
            "aliyun-java-auth");

    private final Vendor vendor;
    private boolean found;
    private boolean needsBom;
    private boolean hasOthers;

    PomVisitor(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public Xml visitDocument(Xml.Document document, ExecutionContext context) {
        each(document, this::lookForOthers);
        each(document, this::lookForClient);
        if (!found) {
            return document;
        }
        Xml.Document changed = (Xml.Document) super.visitDocument(document, context);
        return needsBom ? changed.withRoot(withBom(changed.getRoot())) : changed;
    }

    private static void each(Xml.Document document, Consumer<Xml.Tag> action) {
        new XmlVisitor<Integer>() {
            @Override
            public Xml visitTag(Xml.Tag tag, Integer p) {
                action.accept(tag);
                return super.visitTag(tag, p);
            }
        }.visit(document, 0);
    }

    private void lookForOthers(Xml.Tag tag) {
        if (!isVendors(tag)) {
            return;
        }
        String artifact = tag.getChildValue("artifactId").orElse("");
        hasOthers |= !PARTS.contains(artifact) && module(artifact) == null;
    }

    private void lookForClient(Xml.Tag tag) {
        if (isVendors(tag) && module(tag.getChildValue("artifactId").orElse("")) != null) {
            found = true;
            needsBom |= tag.getChild("version").isPresent();
        }
    }

    private static boolean isVendors(Xml.Tag tag) {
        return tag.getName().equals("dependency")
                && tag.getChildValue("groupId").filter(GROUP::equals).isPresent();
    }

    private @Nullable String module(String artifact) {
        Mapping mapping = vendor.mapping();
        boolean isClient = vendor.generation().artifact(mapping.product()).equals(artifact);
        // With common requests it is all that an application of the first generation needs.
        boolean isCore = vendor.generation() == Generation.FIRST && artifact.equals(CORE) && !hasOthers;
        return isClient || isCore ? mapping.module() : null;
    }

    @Override
    public Xml visitTag(Xml.Tag tag, ExecutionContext context) {
        Xml visited = super.visitTag(tag, context);
        if (!tag.getName().equals("dependencies") || !(visited instanceof Xml.Tag changed)) {
            return visited;
        }
        boolean managed = getCursor().getParentTreeCursor().getValue() instanceof Xml.Tag around
                && around.getName().equals("dependencyManagement");
        List<? extends Content> contents = changed.getContent();
        if (contents == null) {
            return changed;
        }
        Set<String> modules = new TreeSet<>();
        List<Content> kept = new ArrayList<>();
        for (Content content : contents) {
            Content replaced = content instanceof Xml.Tag dependency && isVendors(dependency)
                    ? replaced(dependency, managed, modules)
                    : content;
            if (replaced != null) {
                kept.add(replaced);
            }
        }
        return changed.withContent(kept);
    }

    private @Nullable Content replaced(Xml.Tag dependency, boolean managed, Set<String> modules) {
        String artifact = dependency.getChildValue("artifactId").orElse("");
        String module = module(artifact);
        if (module == null) {
            return !hasOthers && PARTS.contains(artifact) ? null : dependency;
        }
        if (managed || !modules.add(module)) {
            return null;
        }
        List<Content> kept = new ArrayList<>();
        for (Xml.Tag child : dependency.getChildren()) {
            switch (child.getName()) {
                case "groupId" -> kept.add(child.withValue("io.github.alimsg"));
                case "artifactId" -> kept.add(child.withValue(module));
                case "version", "exclusions" -> {}
                default -> kept.add(child);
            }
        }
        return dependency.withContent(kept);
    }

    private static Xml.Tag withBom(Xml.Tag project) {
        Xml.Tag management = project.getChild("dependencyManagement").orElse(null);
        List<Content> contents = new ArrayList<>(project.getContent() == null ? List.of() : project.getContent());
        if (management == null) {
            int at = contents.size();
            for (int i = 0; i < contents.size(); i++) {
                if (contents.get(i) instanceof Xml.Tag tag && tag.getName().equals("dependencies")) {
                    at = i;
                }
            }
            String line = contents.get(0).getPrefix();
            String indent = line.substring(line.lastIndexOf('\n') + 1);
            contents.add(
                    at,
                    lines(management(indent))
                            .withPrefix(at < contents.size() ? contents.get(at).getPrefix() : line));
            return project.withContent(contents);
        }
        Xml.Tag dependencies = management.getChild("dependencies").orElse(null);
        if (dependencies == null) {
            return project;
        }
        String line = management.getPrefix();
        String indent = line.substring(line.lastIndexOf('\n') + 1);
        List<Content> managed = new ArrayList<>();
        managed.add(lines(bom(indent + indent + indent, indent)).withPrefix("\n" + indent + indent + indent));
        managed.addAll(dependencies.getContent() == null ? List.of() : dependencies.getContent());
        Xml.Tag filled = dependencies.withContent(managed);
        contents.set(contents.indexOf(management), management.withContent(List.of(filled)));
        return project.withContent(contents);
    }

    private static Xml.Tag lines(String text) {
        return Xml.Tag.build(text);
    }

    private static String management(String indent) {
        String deep = indent + indent;
        return "<dependencyManagement>\n" + deep + "<dependencies>\n" + deep + indent + bom(deep + indent, indent)
                + "\n" + deep + "</dependencies>\n" + indent + "</dependencyManagement>";
    }

    private static String bom(String indent, String unit) {
        String deeper = "\n" + indent + unit;
        return "<dependency>" + deeper + "<groupId>io.github.alimsg</groupId>" + deeper
                + "<artifactId>sdk-bom</artifactId>" + deeper + "<version>" + version() + "</version>" + deeper
                + "<type>pom</type>" + deeper + "<scope>import</scope>\n" + indent + "</dependency>";
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream in = PomVisitor.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
