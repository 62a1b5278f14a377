package io.github.alimsg.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A page of the documentation: where it is, its headings with their anchors, and its links. */
final class Page {
    /** Relative to the repository, such as {@code docs/once.md}. */
    final Path file;

    final Node document;
    final String title;
    final Set<String> anchors = new HashSet<>();
    final List<Link> links = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    final Slugs slugs = new Slugs();

    Page(Path file, Node document) {
        this.file = file;
        this.document = document;
        List<String> headings = new ArrayList<>();
        Slugs found = new Slugs();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(text(heading));
                anchors.add(found.of(text(heading)));
                visitChildren(heading);
            }

            @Override
            public void visit(Link link) {
                links.add(link);
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                images.add(image);
            }
        });
        title = headings.isEmpty() ? file.toString() : headings.get(0);
    }

    /** Where it goes: {@code docs/once.html}; the first page of all is {@code index.html}. */
    static Path target(Path file) {
        String name = file.toString().replace('\\', '/');
        return Path.of(name.equals("README.md") ? "index.html" : name.substring(0, name.length() - 2) + "html");
    }

    static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
