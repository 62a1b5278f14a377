package io.github.alimsg.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes static pages of the repository's Markdown, checks the links between them, and adds the javadoc of all modules. */
public final class Site {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final Path root;
    private final Path site;
    private final Map<Path, Page> pages = new TreeMap<>();

    private Site(Path root, Path site) {
        this.root = root;
        this.site = site;
    }

    /**
     * Makes the site.
     *
     * @param arguments the folder of the repository, that of the site, and whether to leave out the javadoc
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String... arguments) throws IOException {
        var site = new Site(Path.of(arguments[0]).toRealPath(), Path.of(arguments[1]));
        List<String> problems = site.make(Boolean.parseBoolean(arguments[2]));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        System.out.println(site.pages.size() + " pages in " + site.site);
    }

    private List<String> make(boolean withoutJavadoc) throws IOException {
        for (Path folder : List.of(root, root.resolve("docs"), root.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".md")).toList()) {
                    Path relative = root.relativize(file);
                    pages.put(relative, new Page(relative, PARSER.parse(Files.readString(file))));
                }
            }
        }
        var links = new Links(root, pages);
        for (Page page : pages.values()) {
            links.rewrite(page);
        }
        for (Page page : pages.values()) {
            write(page);
        }
        copy(root.resolve("docs/images"), site.resolve("docs/images"));
        Files.copy(
                root.resolve("docs/performance.svg"),
                site.resolve("docs/performance.svg"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> problems = new ArrayList<>(links.problems());
        if (!withoutJavadoc) {
            problems.addAll(javadoc());
        }
        return problems;
    }

    private List<String> javadoc() throws IOException {
        var javadoc = new Javadoc(root);
        List<String> problems = new ArrayList<>();
        var list = new StringBuilder("# Javadoc\n\nOf every module, as this build made it.\n\n| | |\n|---|---|\n");
        for (Path module : javadoc.modules()) {
            String name = Javadoc.name(module);
            if (javadoc.isMade(module)) {
                javadoc.copy(module, site.resolve("api").resolve(name));
                String link = "[" + name + "](" + name + "/index.html)";
                list.append("| ")
                        .append(link)
                        .append(" | ")
                        .append(javadoc.description(module))
                        .append(" |\n");
            } else {
                problems.add(module + ": no javadoc; build it together with the site");
            }
        }
        write(new Page(Path.of("api", "index.md"), PARSER.parse(list.toString())));
        return problems;
    }

    private void write(Page page) throws IOException {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", page.slugs.of(Page.text(heading)));
                    }
                })
                .build();
        Path file = site.resolve(Page.target(page.file));
        Path parent = page.file.getParent();
        Files.createDirectories(parent == null ? site : site.resolve(parent));
        String up = parent == null ? "" : "../".repeat(parent.getNameCount());
        Files.writeString(
                file,
                resource("page.html")
                        .replace("@language@", language(page.file))
                        .replace("@title@", escaped(page.title))
                        .replace("@up@", up)
                        .replace("@body@", renderer.render(page.document)));
    }

    private static String language(Path file) {
        String name = file.toString();
        return name.endsWith(".zh-CN.md") ? "zh-CN" : name.endsWith(".id.md") ? "id" : "en";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Site.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IOException("no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
